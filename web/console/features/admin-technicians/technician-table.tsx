import { Badge, Group, Table, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Technician } from '#web/api/types.ts';
import { PersonAvatar } from '#web/ui/person.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { useCan, useSession } from '../../data/session.ts';
import { rolesQuery } from '../../data/team.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { TechnicianMenu } from './technician-menu.tsx';

const STATE_COLORS = { active: 'green', invited: 'amber', disabled: 'gray' } as const;

export function TechnicianTable(props: { technicians: Technician[] }) {
  const { t } = useTranslation('admin');
  const mayManage = useCan()('technicians.manage');
  const session = useSession();
  const own = session.technician.id;
  const roles = useQuery(rolesQuery);
  const isBeyond = ({ role }: Technician) =>
    (roles.data?.items ?? [])
      .find(({ id }) => id === role.id)
      ?.permissions.some((permission) => !session.permissions.includes(permission)) ?? false;
  return (
    <WideTable label={t('technicians.title')} minWidth="50rem">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('technicians.name')}</Table.Th>
          <Table.Th>{t('technicians.email')}</Table.Th>
          <Table.Th>{t('technicians.role')}</Table.Th>
          <Table.Th>{t('technicians.state')}</Table.Th>
          {mayManage && <Table.Th>{t('technicians.twoFactor')}</Table.Th>}
          <Table.Th>{t('technicians.lastSignIn')}</Table.Th>
          {mayManage && <Table.Td />}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.technicians.map((technician) => {
          const name = `${technician.firstName} ${technician.lastName}`;
          return (
            <Table.Tr key={technician.id}>
              <Table.Td>
                <Group gap="sm" wrap="nowrap">
                  <PersonAvatar name={name} pictureUrl={technician.pictureUrl} />
                  <Text inherit>{name}</Text>
                  {technician.id === own && (
                    <Text inherit c="dimmed">
                      ({t('technicians.you')})
                    </Text>
                  )}
                </Group>
              </Table.Td>
              <Table.Td>{technician.email}</Table.Td>
              <Table.Td>{technician.role.name}</Table.Td>
              <Table.Td>
                <Badge variant="light" tt="none" color={STATE_COLORS[technician.state]}>
                  {t(`technicians.states.${technician.state}`)}
                </Badge>
              </Table.Td>
              {mayManage && (
                <Table.Td>
                  <TwoFactorMark hasTwoFactor={technician.hasTwoFactor} />
                </Table.Td>
              )}
              <Table.Td>
                {technician.lastSignInAt ? (
                  <RelativeTime at={technician.lastSignInAt} />
                ) : (
                  <Text inherit c="dimmed">
                    {t('technicians.never')}
                  </Text>
                )}
              </Table.Td>
              {mayManage && (
                <Table.Td align="right">
                  <TechnicianMenu
                    technician={technician}
                    isOwn={technician.id === own}
                    isBeyond={isBeyond(technician)}
                  />
                </Table.Td>
              )}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </WideTable>
  );
}

function TwoFactorMark({ hasTwoFactor }: { hasTwoFactor: boolean | null }) {
  const { t } = useTranslation('admin');
  return hasTwoFactor ? (
    <Group gap="xs" wrap="nowrap">
      <IconShieldCheck size="1rem" aria-hidden color="var(--mantine-color-green-text)" />
      <Text inherit>{t('technicians.twoFactorOn')}</Text>
    </Group>
  ) : (
    <Text inherit c="dimmed">
      {t('technicians.twoFactorOff')}
    </Text>
  );
}
