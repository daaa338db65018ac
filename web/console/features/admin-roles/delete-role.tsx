import { Button, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { deleteRole, type Role } from '../../data/team.ts';

/** Deletes a role; who has it gets another one, so that nobody is left without. */
export function DeleteRoleButton({ role, roles }: { role: Role; roles: Role[] }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const others = roles.filter(({ id }) => id !== role.id);
  const fallback = others.find(({ builtIn }) => builtIn === 'technician') ?? others[0];
  const [moveTo, setMoveTo] = useState(fallback ? String(fallback.id) : null);
  const { name } = role;
  const deleting = useMutation({
    mutationFn: () => deleteRole(role.id, moveTo === null ? undefined : Number(moveTo)),
    async onSuccess() {
      notifyDone(t('roles.deleted', { name }));
      await navigate({ to: '/admin/roles', ignoreBlocker: true });
      void client.invalidateQueries({ queryKey: ['role'] });
      void client.invalidateQueries({ queryKey: ['technician'] });
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('roles.delete')}
      </Button>
      {isAsking && (
        <ConfirmModal
          title={t('roles.deleteTitle', { name })}
          confirmLabel={t('roles.delete')}
          isBusy={deleting.isPending}
          error={deleting.error}
          onConfirm={() => deleting.mutate()}
          onClose={() => setAsking(false)}
        >
          <Stack>
            <Text>{t('roles.deleteText')}</Text>
            {role.holderCount > 0 && (
              <Text fw={500}>{t('roles.deleteHolders', { count: role.holderCount })}</Text>
            )}
            <Select
              label={t('roles.moveTo')}
              data={others.map((other) => ({ value: String(other.id), label: other.name }))}
              value={moveTo}
              onChange={setMoveTo}
              allowDeselect={false}
            />
          </Stack>
        </ConfirmModal>
      )}
    </>
  );
}
