import { Button, Group, Paper, Stack, Text, Title, Tooltip } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { useCan } from '../../data/session.ts';
import { sendPasswordLink } from '../../data/team.ts';
import { type EditedTechnician, nameOf } from './edited-technician.ts';
import { PasswordWindow } from './password-window.tsx';
import { RoleWindow } from './role-window.tsx';
import { UsernameWindow } from './username-window.tsx';

type Window = 'username' | 'role' | 'password';

/** How somebody signs in and what he may: each is changed in a window of its own. */
export function AccessSection(props: { technician: EditedTechnician; isOwn: boolean }) {
  const { t } = useTranslation('profile');
  const { technician, isOwn } = props;
  const mayManage = useCan()('technicians.manage');
  const [open, setOpen] = useState<Window | null>(null);
  const close = () => setOpen(null);
  const linking = useMutation({
    mutationFn: () => sendPasswordLink(technician.id),
    onSuccess: () => notifyDone(t('editor.passwordLinkSent', { email: technician.email })),
    onError: notifyProblem,
  });
  return (
    <Paper component="section" p="lg" radius="md" mt="md">
      <Title order={2} mb="md">
        {t('editor.access')}
      </Title>
      <Stack gap="lg">
        <Row
          label={t('editor.username')}
          value={technician.email}
          action={
            (isOwn || mayManage) && (
              <Button variant="default" onClick={() => setOpen('username')}>
                {t('editor.changeUsername')}
              </Button>
            )
          }
        />
        <Row
          label={t('editor.role')}
          value={
            isOwn ? (
              <AnchorLink to="/profile/role">{technician.role.name}</AnchorLink>
            ) : (
              <AnchorLink to="/technicians/$id/role" params={{ id: String(technician.id) }}>
                {technician.role.name}
              </AnchorLink>
            )
          }
          action={
            <Tooltip label={t('editor.noManage')} disabled={mayManage}>
              <Button
                variant="default"
                data-disabled={!mayManage || undefined}
                aria-disabled={!mayManage}
                aria-description={mayManage ? undefined : t('editor.noManage')}
                onClick={() => mayManage && setOpen('role')}
              >
                {t('editor.manage')}
              </Button>
            </Tooltip>
          }
        />
        {!isOwn && (
          <Row
            label={t('editor.password')}
            value={
              <Text span inherit c="dimmed">
                {t('editor.passwordByLink', { name: nameOf(technician) })}
              </Text>
            }
            action={
              technician.state === 'active' && (
                <Button
                  variant="default"
                  loading={linking.isPending}
                  onClick={() => linking.mutate()}
                >
                  {t('editor.sendPasswordLink')}
                </Button>
              )
            }
          />
        )}
        {isOwn && (
          <Row
            label={t('editor.password')}
            value={
              <Text span inherit c="dimmed">
                {t('editor.passwordHint')}
              </Text>
            }
            action={
              <Button variant="default" onClick={() => setOpen('password')}>
                {t('editor.changePassword')}
              </Button>
            }
          />
        )}
      </Stack>
      {open === 'username' && (
        <UsernameWindow technician={technician} isOwn={isOwn} onClose={close} />
      )}
      {open === 'role' && <RoleWindow technician={technician} isOwn={isOwn} onClose={close} />}
      {open === 'password' && <PasswordWindow technician={technician} onClose={close} />}
    </Paper>
  );
}

function Row(props: { label: string; value: ReactNode; action: ReactNode }) {
  return (
    <Group justify="space-between" gap="md">
      <div>
        <Text size="xs" c="dimmed">
          {props.label}
        </Text>
        <Text component="div">{props.value}</Text>
      </div>
      {props.action}
    </Group>
  );
}
