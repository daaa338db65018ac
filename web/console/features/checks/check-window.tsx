import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { addCheck, type Check, changeCheck, type NewCheck } from '../../data/checks.ts';
import { CheckFields, checkOf, useCheckForm } from './check-fields.tsx';

/** Adds a check to a device, or changes one. */
export function CheckWindow(props: {
  deviceId: number;
  check?: Check | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation(['checks', 'common']);
  const { deviceId, check, onClose } = props;
  const client = useQueryClient();
  const form = useCheckForm(check);
  const [problem, setProblem] = useState<unknown>(null);
  const saving = useMutation({
    mutationFn: (body: NewCheck) => (check ? changeCheck(check, body) : addCheck(deviceId, body)),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['device', 'one', deviceId] });
      onClose();
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={check ? t('edit') : t('add')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          setProblem(null);
          if (!saving.isPending) saving.mutate(checkOf(values));
        })}
      >
        <Stack>
          <CheckFields form={form} isNew={!check} />
          <ProblemAlert error={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {check ? t('save') : t('add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
