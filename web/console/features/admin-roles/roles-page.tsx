import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PERMISSIONS } from '#shared/permissions.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { type Role, rolesQuery } from '../../data/team.ts';
import { WideTable } from '../../parts/wide-table.tsx';

/** Admin > Roles: all roles with how many have them. */
export function RolesPage() {
  const { t } = useTranslation('admin');
  const roles = useQuery(rolesQuery);
  return (
    <>
      <PageHeader
        title={t('roles.title')}
        subtitle={t('roles.lead')}
        actions={
          <Button
            component={Link}
            to="/admin/roles/new"
            leftSection={<IconPlus size="1rem" aria-hidden />}
          >
            {t('roles.new')}
          </Button>
        }
      />
      {roles.isPending && <LoadingRows rows={3} />}
      {roles.isError && <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.data && <RoleTable roles={roles.data.items} />}
    </>
  );
}

function RoleTable({ roles }: { roles: Role[] }) {
  const { t } = useTranslation('admin');
  return (
    <WideTable label={t('roles.title')} minWidth="24rem">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('roles.name')}</Table.Th>
          <Table.Th>{t('roles.rights')}</Table.Th>
          <Table.Th>{t('roles.holders')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {roles.map((role) => (
          <Table.Tr key={role.id}>
            <Table.Td>
              <Group gap="sm">
                <Anchor
                  renderRoot={(anchor) => (
                    <Link to="/admin/roles/$id" params={{ id: String(role.id) }} {...anchor} />
                  )}
                >
                  {role.name}
                </Anchor>
                {role.builtIn && (
                  <Badge variant="light" color="gray" tt="none">
                    {t('roles.builtIn')}
                  </Badge>
                )}
              </Group>
            </Table.Td>
            <Table.Td>
              <Text inherit c="dimmed">
                {role.builtIn === 'admin'
                  ? t('roles.all')
                  : t('roles.rightsOf', {
                      count: role.permissions.length,
                      total: PERMISSIONS.length,
                    })}
              </Text>
            </Table.Td>
            <Table.Td>{role.holderCount}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
