import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CardSize } from '#shared/dashboard.ts';
import type { TicketRow } from '#web/api/types.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { PriorityMark } from '#web/ui/ticket-marks.tsx';
import classes from './card-grid.module.css';

/** A few tickets, as much of each as the card has room for. */
export function TicketRows(props: {
  rows: readonly TicketRow[];
  size: CardSize;
  timeOf: (row: TicketRow) => string;
}) {
  const { t } = useTranslation('dashboard');
  if (props.rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('nothing')}
      </Text>
    );
  return (
    <ul className={classes.rows}>
      {props.rows.map((row) => (
        <li key={row.number} className={classes.row}>
          <AnchorLink
            to="/tickets/$number"
            params={{ number: String(row.number) }}
            className={classes.subject}
          >
            <Text span inherit c="dimmed">
              #{row.number}
            </Text>{' '}
            {row.subject || t('noSubject')}
          </AnchorLink>
          {props.size !== 'small' && (
            <Text size="sm" c="dimmed" truncate className={classes.customer} visibleFrom="sm">
              {row.customer?.name}
            </Text>
          )}
          {props.size === 'large' && (
            <span className={classes.priority}>
              <PriorityMark priority={row.priority} />
            </span>
          )}
          {props.size !== 'small' && (
            <RelativeTime at={props.timeOf(row)} c="dimmed" size="sm" className={classes.time} />
          )}
        </li>
      ))}
    </ul>
  );
}
