import { Badge, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { PortalTicket } from '../data/tickets.ts';
import { StatusChip } from './status-chip.tsx';
import classes from './ticket-rows.module.css';
import { When } from './when.tsx';

/** Tickets under each other; each row is one link. */
export function TicketRows(props: { tickets: PortalTicket[]; withContact?: boolean }) {
  const { t } = useTranslation('portal');
  return (
    <ul className={classes.list}>
      {props.tickets.map((ticket) => (
        <li key={ticket.number}>
          <Link
            to="/tickets/$number"
            params={{ number: String(ticket.number) }}
            className={classes.row}
          >
            <span className={classes.text}>
              <Text span fw={ticket.isUnread ? 700 : 500} className={classes.subject} dir="auto">
                {ticket.subject}
              </Text>
              <Text span size="sm" c="dimmed">
                {t('list.ticket', { number: ticket.number })}
                {props.withContact && ticket.contact && (
                  <> · {t('list.openedBy', { name: ticket.contact.name })}</>
                )}
                {' · '}
                <When at={ticket.updatedAt} />
              </Text>
            </span>
            <span className={classes.marks}>
              {ticket.isUnread && (
                <Badge size="lg" tt="none">
                  {t('list.unread')}
                </Badge>
              )}
              <StatusChip status={ticket.status} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
