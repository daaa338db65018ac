import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import {
  IconDots,
  IconMail,
  IconMailOff,
  IconPencil,
  IconShieldOff,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Technician } from '#web/api/types.ts';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import {
  disableTechnician,
  enableTechnician,
  inviteAgain,
  openTicketsQuery,
} from '../../data/team.ts';
import { ResetTwoFactorModal } from '../../parts/reset-two-factor-modal.tsx';
import { DisableTechnicianWindow } from './disable-technician-window.tsx';
import { RevokeInvitationWindow } from './revoke-invitation-window.tsx';

type Window = 'disable' | 'revoke' | 'resetTwoFactor' | null;

/** What can be done with one technician, and why something cannot. */
export function TechnicianMenu(props: {
  technician: Technician;
  isOwn: boolean;
  /** Has permissions that the signed-in person lacks, who therefore changes nothing of his access. */
  isBeyond: boolean;
}) {
  const { t } = useTranslation(['admin', 'security']);
  const client = useQueryClient();
  const [window, setWindow] = useState<Window>(null);
  const { technician, isOwn, isBeyond } = props;
  const { id, firstName, lastName, state } = technician;
  const name = `${firstName} ${lastName}`;
  const refetch = () => client.invalidateQueries({ queryKey: ['technician'] });
  const enabling = useMutation({
    mutationFn: () => enableTechnician(id),
    onSuccess: () => {
      void refetch();
      notifyDone(t('technicians.enabled', { name }));
    },
    onError: notifyProblem,
  });
  // Without open tickets there is nothing to ask, and it can be undone.
  const disabling = useMutation({
    async mutationFn() {
      const { count } = await client.fetchQuery(openTicketsQuery(id));
      if (count === 0) await disableTechnician(id);
      return count;
    },
    onSuccess(count) {
      if (count > 0) return setWindow('disable');
      void refetch();
      notifyDone(
        <Group justify="space-between">
          {t('technicians.disabled', { name })}
          <Button size="compact-sm" variant="default" onClick={() => enabling.mutate()}>
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
  const isBusy = disabling.isPending || enabling.isPending || resending.isPending;

  return (
    <>
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
        <Menu.Dropdown maw="18rem">
          <Menu.Item
            leftSection={<IconPencil size="1rem" />}
            renderRoot={(item) => (
              <Link to="/technicians/$id" params={{ id: String(id) }} {...item} />
            )}
          >
            {t('technicians.edit')}
          </Menu.Item>
          {state === 'invited' && (
            <>
              <Menu.Item leftSection={<IconMail size="1rem" />} onClick={() => resending.mutate()}>
                {t('technicians.resend')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconMailOff size="1rem" />}
                disabled={isBeyond}
                onClick={() => setWindow('revoke')}
              >
                {t('technicians.revoke')}
              </Menu.Item>
            </>
          )}
          {state !== 'invited' && !isOwn && (
            <Menu.Item
              leftSection={<IconShieldOff size="1rem" />}
              disabled={isBeyond}
              onClick={() => setWindow('resetTwoFactor')}
            >
              {t('security:reset.action')}
            </Menu.Item>
          )}
          {state === 'disabled' && (
            <Menu.Item
              leftSection={<IconUserCheck size="1rem" />}
              disabled={isBeyond}
              onClick={() => enabling.mutate()}
            >
              {t('technicians.enable')}
            </Menu.Item>
          )}
          {state === 'active' && (
            <Menu.Item
              leftSection={<IconUserOff size="1rem" />}
              disabled={isOwn || isBeyond}
              onClick={() => disabling.mutate()}
            >
              {t('technicians.disable')}
            </Menu.Item>
          )}
          {(isOwn || isBeyond) && (
            <Menu.Label>{t(isOwn ? 'technicians.notYourself' : 'technicians.beyond')}</Menu.Label>
          )}
        </Menu.Dropdown>
      </Menu>
      {window === 'disable' && (
        <DisableTechnicianWindow technician={technician} onClose={() => setWindow(null)} />
      )}
      {window === 'resetTwoFactor' && (
        <ResetTwoFactorModal id={id} name={name} onClose={() => setWindow(null)} />
      )}
      {window === 'revoke' && (
        <RevokeInvitationWindow technician={technician} onClose={() => setWindow(null)} />
      )}
    </>
  );
}
