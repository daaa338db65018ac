import { Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../data/team.ts';
import { PERMISSION_AREAS } from '../../parts/permission-areas.ts';
import { WideTable } from '../../parts/wide-table.tsx';

/** Which role allows what: permissions area by area, a column for each role. */
export function RolesSideBySide({ roles }: { roles: Role[] }) {
  const { t } = useTranslation('admin');
  return (
    <section aria-labelledby="side-by-side">
      <Title order={2} id="side-by-side" mt="xl" mb="sm">
        {t('roles.sideBySide')}
      </Title>
      <WideTable label={t('roles.sideBySide')} minWidth={`${15 + 5 * roles.length}rem`} isReadOnly>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('roles.permission')}</Table.Th>
            {roles.map((role) => (
              <Table.Th key={role.id}>{role.name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {PERMISSION_AREAS.map(([area, permissions]) => (
            <Fragment key={area}>
              <Table.Tr>
                <Table.Th colSpan={roles.length + 1} scope="colgroup">
                  {t(`area.${area}`)}
                </Table.Th>
              </Table.Tr>
              {permissions.map((permission) => (
                <Table.Tr key={permission}>
                  <Table.Td>
                    <Text inherit>{t(`permission.${permission}.label`)}</Text>
                    <Text size="sm" c="dimmed">
                      {t(`permission.${permission}.text`)}
                    </Text>
                  </Table.Td>
                  {roles.map((role) => (
                    <Table.Td key={role.id}>
                      <Mark isAllowed={role.permissions.includes(permission)} />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Fragment>
          ))}
        </Table.Tbody>
      </WideTable>
    </section>
  );
}

function Mark({ isAllowed }: { isAllowed: boolean }) {
  const { t } = useTranslation('admin');
  return (
    <>
      {isAllowed ? (
        <IconCheck size="1.125rem" color="var(--mantine-color-green-light-color)" aria-hidden />
      ) : (
        <IconMinus size="1.125rem" color="var(--mantine-color-dimmed)" aria-hidden />
      )}
      <VisuallyHidden>{t(isAllowed ? 'roles.allowed' : 'roles.notAllowed')}</VisuallyHidden>
    </>
  );
}
