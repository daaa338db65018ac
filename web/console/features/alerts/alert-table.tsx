import { Checkbox, Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import type { AlertRow } from '../../data/alerts.ts';
import { SeverityMark, StateMark } from './alert-marks.tsx';
import classes from './alert-table.module.css';

/** Which rows are chosen, and what to do when that changes. */
export interface AlertChoice {
  ids: ReadonlySet<number>;
  onChange: (ids: ReadonlySet<number>) => void;
}

/**
 * Dense rows, each of which is one link; where there is little room, cards.
 * @param props.isShort leaves out whose they are, where the page says it
 */
export function AlertTable(props: { rows: AlertRow[]; choice?: AlertChoice; isShort?: boolean }) {
  const { t } = useTranslation('alerts');
  const { rows, choice } = props;
  return (
    <div className={classes.room}>
      <Table
        className={classes.table}
        aria-label={t('title')}
        data-short={props.isShort || undefined}
      >
        <Table.Thead>
          <Table.Tr>
            {choice && (
              <Table.Th className={classes.choice}>
                <AllOf rows={rows} choice={choice} />
              </Table.Th>
            )}
            <Table.Th className={classes.severity}>{t('severity')}</Table.Th>
            <Table.Th>{t('alert')}</Table.Th>
            <Table.Th className={classes.place}>{t('deviceAndCustomer')}</Table.Th>
            <Table.Th className={classes.state}>{t('state')}</Table.Th>
            <Table.Th className={classes.ticket}>{t('ticket')}</Table.Th>
            <Table.Th className={classes.time}>{t('lastAt')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} choice={choice} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function AllOf({ rows, choice }: { rows: AlertRow[]; choice: AlertChoice }) {
  const { t } = useTranslation('alerts');
  const able = rows.filter(canBeChosen);
  const isAll = able.length > 0 && able.every(({ id }) => choice.ids.has(id));
  return (
    <Checkbox
      size="sm"
      aria-label={t('selectAll')}
      checked={isAll}
      indeterminate={!isAll && choice.ids.size > 0}
      disabled={able.length === 0}
      onChange={() => choice.onChange(new Set(isAll ? [] : able.map(({ id }) => id)))}
    />
  );
}

function Row({ row, choice }: { row: AlertRow; choice: AlertChoice | undefined }) {
  const { t } = useTranslation('alerts');
  const isChosen = choice?.ids.has(row.id) ?? false;
  return (
    <Table.Tr
      className={classes.row}
      data-done={row.state === 'resolved' || undefined}
      data-chosen={isChosen || undefined}
    >
      {choice && (
        <Table.Td className={classes.choice}>
          {canBeChosen(row) && (
            <Checkbox
              size="sm"
              aria-label={t('select', { title: row.title })}
              checked={isChosen}
              onChange={() => choice.onChange(toggled(choice.ids, row.id))}
            />
          )}
        </Table.Td>
      )}
      <Table.Td className={classes.severity}>
        <SeverityMark severity={row.severity} />
      </Table.Td>
      <Table.Td className={classes.title}>
        <Link
          to="/alerts/$id"
          params={{ id: String(row.id) }}
          className={classes.link}
          data-row-link
        >
          {row.title}
        </Link>
        <Remarks row={row} />
      </Table.Td>
      <Table.Td className={classes.place}>
        <Text size="sm" truncate>
          {row.device?.name}
        </Text>
        <Text size={row.device ? 'xs' : 'sm'} c="dimmed" truncate>
          {row.customer?.name}
        </Text>
      </Table.Td>
      <Table.Td className={classes.state}>
        <StateMark state={row.state} />
      </Table.Td>
      <Table.Td className={classes.ticket}>
        {row.ticket && (
          <AnchorLink
            to="/tickets/$number"
            params={{ number: String(row.ticket.number) }}
            size="sm"
            aria-label={t('ticketNumber', { number: row.ticket.number })}
          >
            #{row.ticket.number}
          </AnchorLink>
        )}
      </Table.Td>
      <Table.Td className={classes.time}>
        <RelativeTime at={row.lastAt} c="dimmed" />
      </Table.Td>
    </Table.Tr>
  );
}

/** Where it comes from and what is special about it, in one line. */
function Remarks({ row }: { row: AlertRow }) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const remarks = [
    row.alertSource?.name ?? t(`sources.${row.source}`),
    row.occurrences > 1 && t('times', { count: row.occurrences }),
    row.isFlapping && t('flapping'),
    row.isSilenced && t('silenced'),
    row.state === 'snoozed' &&
      !row.isSilenced &&
      row.snoozedUntil &&
      t('snoozedUntil', { time: formats.shortDateTime(row.snoozedUntil) }),
    row.state === 'acknowledged' && row.acknowledgedBy?.name,
  ].filter((remark) => typeof remark === 'string');
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="xs" c="dimmed" truncate>
        {remarks.join(' · ')}
      </Text>
    </Group>
  );
}

/** What is over takes no changes. */
const canBeChosen = ({ state }: AlertRow) => state !== 'resolved';

function toggled(ids: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
