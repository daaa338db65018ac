import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import type { AlertRow } from '../../data/alerts.ts';
import { type RecordColumn, RecordTable, RowLink } from '../../parts/record-table.tsx';
import type { RowChoice } from '../../parts/use-row-choice.ts';
import { SeverityMark, StateMark } from './alert-marks.tsx';
import classes from './alert-table.module.css';

/** @param props.isShort leaves out whose they are, where the page says it */
export function AlertTable(props: {
  rows: AlertRow[];
  choice?: RowChoice<AlertRow> | undefined;
  isShort?: boolean;
}) {
  const { t } = useTranslation('alerts');
  const columns = useColumns(props.isShort ?? false);
  return (
    <RecordTable
      label={t('title')}
      rows={props.rows}
      keyOf={({ id }) => id}
      columns={columns}
      isTall
      isDone={({ state }) => state === 'resolved'}
      choice={props.choice}
      nameOf={({ title }) => title}
    />
  );
}

function useColumns(isShort: boolean): RecordColumn<AlertRow>[] {
  const { t } = useTranslation('alerts');
  const place: RecordColumn<AlertRow> = {
    key: 'place',
    head: t('deviceAndCustomer'),
    className: classes.place,
    place: 'below',
    cell: (row) => <Place row={row} />,
  };
  return [
    {
      key: 'severity',
      head: t('severity'),
      className: classes.property,
      place: 'start',
      cell: ({ severity }) => <SeverityMark severity={severity} />,
    },
    { key: 'title', head: t('alert'), place: 'title', cell: (row) => <Title row={row} /> },
    ...(isShort ? [] : [place]),
    {
      key: 'state',
      head: t('state'),
      className: classes.property,
      place: 'belowEnd',
      cell: ({ state }) => <StateMark state={state} />,
    },
    {
      key: 'ticket',
      head: t('ticket'),
      className: classes.ticket,
      isExtra: true,
      cell: (row) => <TicketOf row={row} />,
    },
    {
      key: 'time',
      head: t('lastAt'),
      className: classes.time,
      place: 'end',
      cell: ({ lastAt }) => <RelativeTime at={lastAt} c="dimmed" />,
    },
  ];
}

function Title({ row }: { row: AlertRow }) {
  const remarks = useRemarks(row);
  return (
    <>
      <RowLink to="/alerts/$id" params={{ id: String(row.id) }}>
        {row.title}
      </RowLink>
      <Text size="xs" c="dimmed" truncate>
        {remarks.join(' · ')}
      </Text>
    </>
  );
}

/** Where it comes from and what is special about it. */
function useRemarks(row: AlertRow): string[] {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  return [
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
}

function Place({ row }: { row: AlertRow }) {
  return (
    <>
      <Text size="sm" truncate>
        {row.device?.name}
      </Text>
      <Text size={row.device ? 'xs' : 'sm'} c="dimmed" truncate>
        {row.customer?.name}
      </Text>
    </>
  );
}

function TicketOf({ row }: { row: AlertRow }) {
  const { t } = useTranslation('alerts');
  if (!row.ticket) return null;
  return (
    <AnchorLink
      to="/tickets/$number"
      params={{ number: String(row.ticket.number) }}
      size="sm"
      aria-label={t('ticketNumber', { number: row.ticket.number })}
    >
      #{row.ticket.number}
    </AnchorLink>
  );
}
