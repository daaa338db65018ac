import { Badge, Group, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DEFAULT_PROFILE_NAME } from '#shared/alerts.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { AnchorLink, ButtonLink } from '#web/ui/links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { type AlertProfile, alertProfilesQuery } from '../../data/alert-profiles.ts';
import { useProfileName } from '../../parts/profile-name.ts';
import { WideTable } from '../../parts/wide-table.tsx';

const NAMED_ASSIGNMENTS = 3;

/** Admin > Thresholds: what counts as a problem, for whom. */
export function AlertProfilesPage() {
  const { t } = useTranslation('alerts');
  const profiles = useQuery(alertProfilesQuery);
  return (
    <>
      <PageHeader
        title={t('profiles.title')}
        subtitle={t('profiles.lead')}
        actions={
          <ButtonLink to="/admin/thresholds/new" leftSection={<IconPlus size="1rem" aria-hidden />}>
            {t('profiles.new')}
          </ButtonLink>
        }
      />
      {profiles.isPending && <LoadingRows rows={3} />}
      {profiles.isError && (
        <ErrorState error={profiles.error} onRetry={() => void profiles.refetch()} />
      )}
      {profiles.data && <ProfileTable profiles={profiles.data.items} />}
    </>
  );
}

function ProfileTable({ profiles }: { profiles: AlertProfile[] }) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const nameOf = useProfileName();
  return (
    <WideTable label={t('profiles.title')} minWidth="36rem">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('profiles.name')}</Table.Th>
          <Table.Th>{t('profiles.assigned')}</Table.Th>
          <Table.Th ta="right">{t('conditions.title')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {profiles.map((profile) => (
          <Table.Tr key={profile.id}>
            <Table.Td>
              <Group gap="sm">
                <AnchorLink to="/admin/thresholds/$id" params={{ id: String(profile.id) }}>
                  {nameOf(profile)}
                </AnchorLink>
                {profile.isDefault && profile.name !== DEFAULT_PROFILE_NAME && (
                  <Badge variant="light">{t('profiles.default')}</Badge>
                )}
              </Group>
            </Table.Td>
            <Table.Td>
              <Assigned profile={profile} />
            </Table.Td>
            <Table.Td ta="right">{formats.number(profile.conditions.length)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Assigned({ profile }: { profile: AlertProfile }) {
  const { t } = useTranslation('alerts');
  if (profile.isDefault) return t('profiles.everything');
  const names = profile.assignments.map(({ device, customer, deviceType }) =>
    [device?.name, customer?.name, deviceType && t(`deviceTypes.${deviceType}`)]
      .filter(Boolean)
      .join(' · '),
  );
  if (names.length === 0)
    return (
      <Text inherit c="dimmed">
        {t('profiles.nothing')}
      </Text>
    );
  const left = names.length - NAMED_ASSIGNMENTS;
  return [
    ...names.slice(0, NAMED_ASSIGNMENTS),
    ...(left > 0 ? [t('profiles.more', { count: left })] : []),
  ].join(', ');
}
