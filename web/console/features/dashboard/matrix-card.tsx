import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketPriority, TicketStatus } from '#shared/tickets.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import { PriorityMark, StatusBadge } from '#web/ui/ticket-marks.tsx';
import { ticketFiguresQuery } from '../../data/dashboard.ts';
import { type CardProps, DashboardCard } from './dashboard-card.tsx';
import classes from './matrix-card.module.css';

const STATUSES = ['open', 'pending'] as const satisfies readonly TicketStatus[];
const PRIORITIES = [
  'critical',
  'high',
  'medium',
  'low',
] as const satisfies readonly TicketPriority[];

/** What is being worked on, by status and priority, with the sums of both. */
export function MatrixCard({ size }: CardProps) {
  const { t } = useTranslation('dashboard');
  const figures = useQuery(ticketFiguresQuery);
  return (
    <DashboardCard card="matrix" size={size} query={figures}>
      {({ groups }) => {
        const count = (status?: TicketStatus, priority?: TicketPriority) =>
          groups
            .filter((group) => !status || group.status === status)
            .filter((group) => !priority || group.priority === priority)
            .reduce((sum, group) => sum + group.count, 0);
        return (
          <Table
            className={classes.table}
            verticalSpacing={0}
            horizontalSpacing="xs"
            aria-label={t('cards.matrix')}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('priority')}</Table.Th>
                {STATUSES.map((status) => (
                  <Table.Th key={status} scope="col">
                    <StatusBadge status={status} />
                  </Table.Th>
                ))}
                <Table.Th scope="col">{t('sum')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {[...PRIORITIES, undefined].map((priority) => (
                <Table.Tr key={priority ?? 'sum'}>
                  <Table.Th scope="row">
                    {priority ? <PriorityMark priority={priority} /> : t('sum')}
                  </Table.Th>
                  {[...STATUSES, undefined].map((status) => (
                    <Table.Td key={status ?? 'sum'}>
                      <Cell count={count(status, priority)} status={status} priority={priority} />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        );
      }}
    </DashboardCard>
  );
}

function Cell(props: {
  count: number;
  status: TicketStatus | undefined;
  priority: TicketPriority | undefined;
}) {
  const formats = useFormats();
  return (
    <AnchorLink
      to="/tickets"
      search={{ status: props.status, priority: props.priority }}
      className={classes.count}
      data-zero={props.count === 0 || undefined}
      data-sum={!(props.status && props.priority) || undefined}
    >
      {formats.number(props.count)}
    </AnchorLink>
  );
}
