import { Checkbox, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DeviceRow } from '#web/api/types.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import rows from '../../parts/link-table.module.css';
import { AlertCountMark, DeviceStateMark, DeviceTypeMark } from './device-marks.tsx';
import classes from './device-table.module.css';

export interface DeviceSelection {
  ids: ReadonlySet<number>;
  toggle(id: number): void;
  toggleAll(): void;
}

/** Each row is one link. Without a selection there is nothing to tick. */
export function DeviceTable(props: {
  devices: DeviceRow[];
  selection?: DeviceSelection | undefined;
  /** Leaves out the customer, where the page says it. */
  isShort?: boolean;
}) {
  const { t } = useTranslation('devices');
  const { devices, selection } = props;
  const chosen = devices.filter(({ id }) => selection?.ids.has(id)).length;
  return (
    <Table className={rows.table} aria-label={t('title')} data-short={props.isShort || undefined}>
      <Table.Thead>
        <Table.Tr>
          {selection && (
            <Table.Th className={classes.check}>
              <Checkbox
                size="xs"
                aria-label={t('bulk.all')}
                checked={chosen > 0 && chosen === devices.length}
                indeterminate={chosen > 0 && chosen < devices.length}
                onChange={selection.toggleAll}
              />
            </Table.Th>
          )}
          <Table.Th>{t('name')}</Table.Th>
          <Table.Th className={classes.state}>{t('stateLabel')}</Table.Th>
          {!props.isShort && <Table.Th className={rows.wide}>{t('customer')}</Table.Th>}
          <Table.Th className={classes.type}>{t('typeLabel')}</Table.Th>
          <Table.Th className={rows.wide}>{t('os')}</Table.Th>
          <Table.Th className={classes.user}>{t('user')}</Table.Th>
          <Table.Th className={classes.alerts}>{t('alerts')}</Table.Th>
          <Table.Th className={rows.time}>{t('lastSeen')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {devices.map((device) => (
          <Row key={device.id} device={device} selection={selection} isShort={props.isShort} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row(props: {
  device: DeviceRow;
  selection: DeviceSelection | undefined;
  isShort: boolean | undefined;
}) {
  const { t } = useTranslation('devices');
  const { device, selection } = props;
  return (
    <Table.Tr className={rows.row}>
      {selection && (
        <Table.Td className={classes.check}>
          <Checkbox
            size="xs"
            aria-label={t('bulk.one', { name: device.name })}
            checked={selection.ids.has(device.id)}
            onChange={() => selection.toggle(device.id)}
          />
        </Table.Td>
      )}
      <Table.Td>
        <Link
          to="/devices/$id"
          params={{ id: String(device.id) }}
          className={rows.link}
          data-row-link
        >
          {device.name}
        </Link>
        {device.isCopied && (
          <Text size="xs" c="var(--mantine-color-error)" truncate>
            {t('copied.short')}
          </Text>
        )}
      </Table.Td>
      <Table.Td className={classes.state}>
        <DeviceStateMark {...device} />
      </Table.Td>
      {!props.isShort && <Table.Td className={rows.wide}>{device.customer.name}</Table.Td>}
      <Table.Td className={classes.type}>
        <DeviceTypeMark type={device.type} />
      </Table.Td>
      <Table.Td className={rows.wide}>{device.os}</Table.Td>
      <Table.Td className={classes.user}>{device.loggedInUser}</Table.Td>
      <Table.Td className={classes.alerts}>
        <AlertCountMark {...device} />
      </Table.Td>
      <Table.Td className={rows.time}>
        {device.lastSeenAt ? (
          <RelativeTime at={device.lastSeenAt} c="dimmed" />
        ) : (
          <Text span inherit c="dimmed">
            {t('never')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
