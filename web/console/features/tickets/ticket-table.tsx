import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '#web/api/types.ts';
import { PersonName } from '#web/ui/person.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { PriorityMark, StatusBadge } from '#web/ui/ticket-marks.tsx';
import classes from './ticket-table.module.css';

/**
 * Dense rows of two lines, each of which is one link; where there is little room, cards.
 * @param props.isShort leaves out whose tickets they are, where the page says it
 */
export function TicketTable(props: { rows: TicketRow[]; label: string; isShort?: boolean }) {
  const { t } = useTranslation('console');
  return (
    <div className={classes.room}>
      <Table
        className={classes.table}
        aria-label={props.label}
        data-short={props.isShort || undefined}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.number}>{t('tickets.number')}</Table.Th>
            <Table.Th>{t('tickets.subject')}</Table.Th>
            <Table.Th className={classes.customer}>{t('tickets.customerAndContact')}</Table.Th>
            <Table.Th className={classes.assignee}>
              <span data-person-name>{t('tickets.assignee')}</span>
            </Table.Th>
            <Table.Th className={classes.status}>{t('tickets.status')}</Table.Th>
            <Table.Th className={classes.priority}>{t('tickets.priority')}</Table.Th>
            <Table.Th className={classes.updated}>{t('tickets.updated')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map((row) => (
            <Row key={row.number} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ row }: { row: TicketRow }) {
  const { t } = useTranslation('console');
  return (
    <Table.Tr className={classes.row} data-done={isDone(row) || undefined}>
      <Table.Td className={classes.number}>#{row.number}</Table.Td>
      <Table.Td className={classes.subject}>
        <Link
          to="/tickets/$number"
          params={{ number: String(row.number) }}
          className={classes.link}
          data-row-link
        >
          {row.subject || t('noSubject')}
        </Link>
        <Text size="xs" c="dimmed" truncate>
          {row.preview}
        </Text>
      </Table.Td>
      <Table.Td className={classes.customer}>
        <Text size="sm" truncate c={row.customer ? undefined : 'dimmed'}>
          {row.customer?.name ?? t('customers.none')}
        </Text>
        <Text size="xs" c="dimmed" truncate title={row.contact?.email}>
          {row.contact?.name || row.contact?.email}
        </Text>
      </Table.Td>
      <Table.Td className={classes.assignee} title={row.assignee?.name}>
        <PersonName name={row.assignee?.name} pictureUrl={row.assignee?.pictureUrl} />
      </Table.Td>
      <Table.Td className={classes.status}>
        <StatusBadge status={row.status} />
      </Table.Td>
      <Table.Td className={classes.priority}>
        <PriorityMark priority={row.priority} />
      </Table.Td>
      <Table.Td className={classes.updated}>
        <RelativeTime at={row.updatedAt} c="dimmed" />
      </Table.Td>
    </Table.Tr>
  );
}

function isDone({ status }: TicketRow): boolean {
  return status === 'resolved' || status === 'closed';
}
