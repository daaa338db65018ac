import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '#web/api/types.ts';
import { PersonName } from '#web/ui/person.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { PriorityMark, StatusBadge } from '#web/ui/ticket-marks.tsx';
import { type RecordColumn, RecordTable, RowLink } from '../../parts/record-table.tsx';
import type { RowChoice } from '../../parts/use-row-choice.ts';
import classes from './ticket-table.module.css';

/** @param props.isShort leaves out whose tickets they are, where the page says it */
export function TicketTable(props: {
  rows: TicketRow[];
  label: string;
  isShort?: boolean;
  choice?: RowChoice<TicketRow> | undefined;
}) {
  const { t } = useTranslation('console');
  const columns = useColumns(props.isShort ?? false);
  return (
    <RecordTable
      label={props.label}
      rows={props.rows}
      keyOf={({ number }) => number}
      columns={columns}
      isTall
      isDone={({ status }) => status === 'resolved' || status === 'closed'}
      choice={props.choice}
      nameOf={({ number, subject }) => `#${number} ${subject || t('noSubject')}`}
    />
  );
}

function useColumns(isShort: boolean): RecordColumn<TicketRow>[] {
  const { t } = useTranslation('console');
  const customer: RecordColumn<TicketRow> = {
    key: 'customer',
    head: t('tickets.customerAndContact'),
    className: classes.customer,
    place: 'below',
    cell: (row) => <Whose row={row} />,
  };
  return [
    {
      key: 'number',
      head: t('tickets.number'),
      className: classes.number,
      place: 'start',
      cell: ({ number }) => `#${number}`,
    },
    {
      key: 'subject',
      head: t('tickets.subject'),
      place: 'title',
      cell: (row) => <Subject row={row} />,
    },
    ...(isShort ? [] : [customer]),
    {
      key: 'assignee',
      head: <span data-person-name>{t('tickets.assignee')}</span>,
      className: classes.assignee,
      cell: ({ assignee }) => (
        <PersonName name={assignee?.name} pictureUrl={assignee?.pictureUrl} />
      ),
    },
    {
      key: 'status',
      head: t('tickets.status'),
      className: classes.property,
      place: isShort ? 'below' : 'belowEnd',
      cell: ({ status }) => <StatusBadge status={status} />,
    },
    {
      key: 'priority',
      head: t('tickets.priority'),
      className: classes.property,
      isExtra: true,
      cell: ({ priority }) => <PriorityMark priority={priority} />,
    },
    {
      key: 'updated',
      head: t('tickets.updated'),
      className: classes.updated,
      place: 'end',
      cell: ({ updatedAt }) => <RelativeTime at={updatedAt} c="dimmed" />,
    },
  ];
}

function Subject({ row }: { row: TicketRow }) {
  const { t } = useTranslation('console');
  return (
    <>
      <RowLink to="/tickets/$number" params={{ number: String(row.number) }}>
        {row.subject || t('noSubject')}
      </RowLink>
      <Text size="xs" c="dimmed" truncate>
        {row.preview}
      </Text>
    </>
  );
}

function Whose({ row }: { row: TicketRow }) {
  const { t } = useTranslation('console');
  return (
    <>
      <Text size="sm" truncate c={row.customer ? undefined : 'dimmed'}>
        {row.customer?.name ?? t('customers.none')}
      </Text>
      <Text size="xs" c="dimmed" truncate title={row.contact?.email}>
        {row.contact?.name || row.contact?.email}
      </Text>
    </>
  );
}
