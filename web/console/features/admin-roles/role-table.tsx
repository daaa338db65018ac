import { Badge, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PERMISSIONS } from '#shared/permissions.ts';
import { AnchorLink, ButtonLink } from '#web/ui/links.tsx';
import type { Role } from '../../data/team.ts';
import { WideTable } from '../../parts/wide-table.tsx';

export function RoleTable({ roles }: { roles: Role[] }) {
  const { t } = useTranslation('admin');
  return (
    <WideTable label={t('roles.title')} minWidth="32rem">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('roles.name')}</Table.Th>
          <Table.Th>{t('roles.rights')}</Table.Th>
          <Table.Th>{t('roles.customers')}</Table.Th>
          <Table.Th>{t('roles.holders')}</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {roles.map((role) => (
          <Table.Tr key={role.id}>
            <Table.Td>
              <Group gap="sm">
                <AnchorLink to="/admin/roles/$id" params={{ id: String(role.id) }}>
                  {role.name}
                </AnchorLink>
                {role.builtIn && <Mark text={t('roles.builtIn')} />}
                {role.requiresTwoFactor && <Mark text={t('roles.twoFactorBadge')} />}
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
            <Table.Td>
              <Text inherit c="dimmed" title={role.customers?.map(({ name }) => name).join(', ')}>
                {role.customers
                  ? t('roles.customerCount', { count: role.customers.length })
                  : t('roles.allCustomers')}
              </Text>
            </Table.Td>
            <Table.Td>{role.holderCount}</Table.Td>
            <Table.Td align="right">
              <ButtonLink
                variant="default"
                size="compact-sm"
                to="/admin/roles/new"
                search={{ from: String(role.id) }}
                aria-label={t('roles.cloneLabel', { name: role.name })}
              >
                {t('roles.clone')}
              </ButtonLink>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

const Mark = ({ text }: { text: string }) => (
  <Badge variant="light" color="gray" tt="none">
    {text}
  </Badge>
);
