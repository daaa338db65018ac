import { Badge, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PERMISSIONS } from '#shared/permissions.ts';
import type { Role } from '../../data/team.ts';

/** `customers` left out: not known to who looks. */
export type ComparedRole = Pick<Role, 'id' | 'name' | 'permissions'> &
  Partial<Pick<Role, 'customers'>>;

/** Every permission, side by side: with today's role and with the chosen one. */
export function RoleComparison(props: { today: ComparedRole; chosen: ComparedRole }) {
  const { t } = useTranslation(['profile', 'admin']);
  const { today, chosen } = props;
  const isSame = today.id === chosen.id;
  const customersOf = ({ customers }: ComparedRole) =>
    customers ? customers.map(({ name }) => name).join(', ') : t('admin:roles.allCustomers');
  return (
    <Table aria-label={t('rolePage.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('rolePage.permission')}</Table.Th>
          <Table.Th>{t('rolePage.today', { role: today.name })}</Table.Th>
          {!isSame && <Table.Th>{t('rolePage.chosen', { role: chosen.name })}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {today.customers !== undefined && chosen.customers !== undefined && (
          <Table.Tr>
            <Table.Td>
              <Text inherit fw={500}>
                {t('admin:roles.customers')}
              </Text>
              <Text size="sm" c="dimmed">
                {t('admin:roles.limit')}
              </Text>
            </Table.Td>
            <Table.Td>{customersOf(today)}</Table.Td>
            {!isSame && <Table.Td>{customersOf(chosen)}</Table.Td>}
          </Table.Tr>
        )}
        {PERMISSIONS.map((permission) => {
          const before = today.permissions.includes(permission);
          const after = chosen.permissions.includes(permission);
          return (
            <Table.Tr key={permission}>
              <Table.Td>
                <Text inherit fw={500}>
                  {t(`admin:permission.${permission}.label`)}
                </Text>
                <Text size="sm" c="dimmed">
                  {t(`admin:permission.${permission}.text`)}
                </Text>
              </Table.Td>
              <Table.Td>
                <Mark isAllowed={before} />
              </Table.Td>
              {!isSame && (
                <Table.Td>
                  <Group gap="xs">
                    <Mark isAllowed={after} />
                    {before !== after && (
                      <Badge variant="light" color={after ? 'green' : 'red'}>
                        {t(after ? 'rolePage.gained' : 'rolePage.lost')}
                      </Badge>
                    )}
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function Mark({ isAllowed }: { isAllowed: boolean }) {
  const { t } = useTranslation('profile');
  return (
    <>
      {isAllowed ? (
        <IconCheck size="1.125rem" color="var(--mantine-color-green-light-color)" aria-hidden />
      ) : (
        <IconMinus size="1.125rem" color="var(--mantine-color-dimmed)" aria-hidden />
      )}
      <VisuallyHidden>{t(isAllowed ? 'rolePage.allowed' : 'rolePage.notAllowed')}</VisuallyHidden>
    </>
  );
}
