import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconDots, IconMail, IconPencil, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Technician } from '#web/api/types.ts';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { inviteAgain, setTechnicianDisabled } from '../../data/team.ts';

/** What can be done with one technician. Disabling can be undone, so nobody is asked twice. */
export function TechnicianMenu(props: {
  technician: Technician;
  isOwn: boolean;
  onEdit: () => void;
}) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const { id, firstName, lastName, state } = props.technician;
  const name = `${firstName} ${lastName}`;
  const refetch = () => client.invalidateQueries({ queryKey: ['technician'] });
  const disabling = useMutation({
    mutationFn: (isDisabled: boolean) => setTechnicianDisabled(id, isDisabled),
    onSuccess(_technician, isDisabled) {
      void refetch();
      if (!isDisabled) return notifyDone(t('technicians.enabled', { name }));
      notifyDone(
        <Group justify="space-between">
          {t('technicians.disabled', { name })}
          <Button size="compact-sm" variant="default" onClick={() => disabling.mutate(false)}>
            {t('technicians.undo')}
          </Button>
        </Group>,
      );
    },
    onError: notifyProblem,
  });
  const resending = useMutation({
    mutationFn: () => inviteAgain(id),
    onSuccess: () => notifyDone(t('technicians.resent', { name })),
    onError: notifyProblem,
  });
  const isBusy = disabling.isPending || resending.isPending;

  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          loading={isBusy}
          aria-label={t('technicians.actions', { name })}
        >
          <IconDots size="1rem" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size="1rem" />} onClick={props.onEdit}>
          {t('technicians.edit')}
        </Menu.Item>
        {state === 'invited' && (
          <Menu.Item leftSection={<IconMail size="1rem" />} onClick={() => resending.mutate()}>
            {t('technicians.resend')}
          </Menu.Item>
        )}
        {state === 'disabled' ? (
          <Menu.Item
            leftSection={<IconUserCheck size="1rem" />}
            onClick={() => disabling.mutate(false)}
          >
            {t('technicians.enable')}
          </Menu.Item>
        ) : (
          !props.isOwn && (
            <Menu.Item
              leftSection={<IconUserOff size="1rem" />}
              onClick={() => disabling.mutate(true)}
            >
              {t('technicians.disable')}
            </Menu.Item>
          )
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
