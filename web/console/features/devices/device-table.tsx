import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeviceRow } from '#web/api/types.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { type RecordColumn, RecordTable, RowLink } from '../../parts/record-table.tsx';
import type { RowChoice } from '../../parts/use-row-choice.ts';
import { AlertCountMark, DeviceStateMark, DeviceTypeMark } from './device-marks.tsx';
import classes from './device-table.module.css';

/** @param props.isShort leaves out whose they are, where the page says it, and what tells little */
export function DeviceTable(props: {
  devices: DeviceRow[];
  choice?: RowChoice<DeviceRow> | undefined;
  isShort?: boolean;
}) {
  const { t } = useTranslation('devices');
  const columns = useColumns();
  return (
    <RecordTable
      label={t('title')}
      rows={props.devices}
      keyOf={({ id }) => id}
      columns={columns.filter(({ key }) => !props.isShort || !LEFT_OUT.has(key))}
      choice={props.choice}
      nameOf={({ name }) => name}
    />
  );
}

const LEFT_OUT: ReadonlySet<string> = new Set(['customer', 'type', 'user']);

function useColumns(): RecordColumn<DeviceRow>[] {
  const { t } = useTranslation('devices');
  return [
    { key: 'name', head: t('name'), place: 'title', cell: (device) => <Name device={device} /> },
    {
      key: 'state',
      head: t('stateLabel'),
      className: classes.state,
      place: 'start',
      cell: (device) => <DeviceStateMark {...device} />,
    },
    {
      key: 'customer',
      head: t('customer'),
      place: 'below',
      cell: ({ customer }) => customer.name,
    },
    {
      key: 'type',
      head: t('typeLabel'),
      className: classes.type,
      isExtra: true,
      cell: ({ type }) => <DeviceTypeMark type={type} />,
    },
    { key: 'os', head: t('os'), isExtra: true, cell: ({ os }) => os },
    {
      key: 'user',
      head: t('user'),
      className: classes.user,
      isExtra: true,
      cell: ({ loggedInUser }) => loggedInUser,
    },
    {
      key: 'alerts',
      head: t('alerts'),
      className: classes.alerts,
      place: 'belowEnd',
      cell: (device) => <AlertCountMark {...device} />,
    },
    {
      key: 'lastSeen',
      head: t('lastSeen'),
      className: classes.time,
      place: 'end',
      cell: ({ lastSeenAt }) => <LastSeen at={lastSeenAt} />,
    },
  ];
}

function Name({ device }: { device: DeviceRow }) {
  const { t } = useTranslation('devices');
  return (
    <>
      <RowLink to="/devices/$id" params={{ id: String(device.id) }}>
        {device.name}
      </RowLink>
      {device.isCopied && (
        <Text size="xs" c="var(--mantine-color-error)" truncate>
          {t('copied.short')}
        </Text>
      )}
      {device.hasOldAgent && (
        <Text size="xs" c="dimmed" truncate>
          {t('oldAgent.short', { version: device.agentVersion })}
        </Text>
      )}
    </>
  );
}

function LastSeen({ at }: { at: string | null }) {
  const { t } = useTranslation('devices');
  if (at) return <RelativeTime at={at} c="dimmed" />;
  return (
    <Text span inherit c="dimmed">
      {t('never')}
    </Text>
  );
}
