import { Box, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { useCan, useSession } from '../../data/session.ts';
import { rolesQuery } from '../../data/team.ts';
import { RoleSelect } from '../../parts/role-select.tsx';
import { type EditedTechnician, nameOf } from './edited-technician.ts';
import { type ComparedRole, RoleComparison } from './role-comparison.tsx';
import { useRoleChange } from './use-role-change.ts';

/** Role: what a technician may do today, and would with another role. */
export function RoleView(props: {
  technician: EditedTechnician;
  isOwn: boolean;
  before: ReactNode;
}) {
  const { t } = useTranslation('profile');
  const { technician } = props;
  const can = useCan();
  const { permissions } = useSession();
  // Who may see no roles still sees what his own allows.
  const maySeeRoles = can('technicians.view') || can('roles.manage') || can('apiKeys.manage');
  const roles = useQuery({ ...rolesQuery, enabled: maySeeRoles });
  const own = { ...technician.role, permissions };
  const all: ComparedRole[] = maySeeRoles ? (roles.data?.items ?? []) : [own];
  return (
    <Box maw="var(--portico-page-width)">
      <PageHeader
        title={t('rolePage.title')}
        before={props.before}
        subtitle={t('rolePage.lead', { name: nameOf(technician) })}
      />
      {roles.isLoading && <LoadingRows rows={8} />}
      {roles.isError && <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />}
      {all.length > 0 && (
        <Chooser
          // A role that was given elsewhere meanwhile is today's.
          key={technician.role.id}
          technician={technician}
          isOwn={props.isOwn}
          roles={all}
        />
      )}
    </Box>
  );
}

function Chooser(props: { technician: EditedTechnician; isOwn: boolean; roles: ComparedRole[] }) {
  const { t } = useTranslation('profile');
  const { technician, roles } = props;
  const mayManage = useCan()('technicians.manage');
  const [roleId, setRoleId] = useState(technician.role.id);
  const saving = useRoleChange(technician, () => undefined);
  const today = roles.find(({ id }) => id === technician.role.id);
  const chosen = roles.find(({ id }) => id === roleId);
  return (
    <Stack gap="md">
      <Paper component="section" p="lg" radius="md">
        <Stack>
          <Group align="flex-end">
            {mayManage ? (
              <>
                <RoleSelect
                  w="18rem"
                  value={String(roleId)}
                  onChange={(value) => setRoleId(Number(value))}
                />
                <Button
                  disabled={roleId === technician.role.id}
                  loading={saving.isPending}
                  onClick={() => saving.mutate(roleId)}
                >
                  {t('roleWindow.apply')}
                </Button>
              </>
            ) : (
              <Text>{t('editor.noManage')}</Text>
            )}
          </Group>
          {mayManage && (
            <Text size="sm" c="dimmed">
              {t(props.isOwn ? 'roleWindow.hintOwn' : 'roleWindow.hint', {
                name: nameOf(technician),
              })}
            </Text>
          )}
          <ProblemAlert error={saving.error} />
          <Text size="sm">
            {t('rolePage.guideLead')}{' '}
            <AnchorLink to="/guide/roles-and-permissions">{t('rolePage.guide')}</AnchorLink>
          </Text>
        </Stack>
      </Paper>
      {today && chosen && <RoleComparison today={today} chosen={chosen} />}
    </Stack>
  );
}
