import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { ticketCountsQuery } from '../../data/tickets.ts';
import type { TicketSearch } from './ticket-filters.ts';
import classes from './ticket-views.module.css';

/** The three lists that are looked at all day, each with its count. */
export function TicketViews({ search }: { search: TicketSearch }) {
  const { t } = useTranslation('console');
  const formats = useFormats();
  const { data: counts } = useQuery(ticketCountsQuery);
  const views = [
    {
      key: 'active',
      label: t('tickets.viewActive'),
      assignee: undefined,
      count: counts && counts.open + counts.pending,
    },
    { key: 'mine', label: t('tickets.viewMine'), assignee: 'me', count: counts?.mine },
    {
      key: 'unassigned',
      label: t('tickets.viewUnassigned'),
      assignee: 'none',
      count: counts?.unassigned,
    },
  ];
  return (
    <Group component="nav" gap="xs" className={classes.views} aria-label={t('tickets.views')}>
      {views.map((view) => (
        <Link
          key={view.key}
          to="/tickets"
          search={{ assignee: view.assignee, sort: search.sort }}
          className={classes.view}
          data-active={(!search.status && search.assignee === view.assignee) || undefined}
        >
          {view.label}
          {view.count !== undefined && (
            <Text span inherit c="dimmed">
              {formats.number(view.count)}
            </Text>
          )}
        </Link>
      ))}
    </Group>
  );
}
