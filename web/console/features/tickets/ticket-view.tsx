import { Group, Tabs, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { ConflictNotice } from '#web/ui/conflict-notice.tsx';
import { useDocumentTitle } from '#web/ui/document-title.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { useCan } from '../../data/session.ts';
import { ticketQuery } from '../../data/tickets.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Conversation } from './conversation.tsx';
import { ReplyBox, type ReplyMode } from './reply-box.tsx';
import { TicketHistory } from './ticket-history.tsx';
import { TicketPeople } from './ticket-people.tsx';
import { TicketProperties } from './ticket-properties.tsx';
import { TicketSubject } from './ticket-subject.tsx';
import classes from './ticket-view.module.css';
import { useTicketChange } from './use-ticket-change.ts';

/** What other rooms of the console add to a ticket's page. */
export interface TicketAdditions {
  beside?: (ticket: Ticket) => ReactNode;
  messageTools?: (ticket: Ticket, messageId: number) => ReactNode;
  /** In the toolbar of a reply; `insert` puts something where the cursor is. */
  replyTools?: (ticket: Ticket, insert: (html: string) => void) => ReactNode;
}

/** One ticket: what was said in the middle, what it is at the right, the answer at the bottom. */
export function TicketView({ number, ...additions }: { number: number } & TicketAdditions) {
  const { t } = useTranslation('console');
  const { list } = useFormats();
  const { data: ticket } = useSuspenseQuery(ticketQuery(number));
  const can = useCan();
  const navigate = useNavigate();
  const changing = useTicketChange(ticket);
  const [mode, setMode] = useState<ReplyMode | null>(null);
  useDocumentTitle(`#${ticket.number} ${ticket.subject}`);
  useShortcuts({
    r: () => can('tickets.reply') && setMode('reply'),
    n: () => can('tickets.note') && setMode('note'),
    a: () => document.getElementById('ticket-assignee')?.focus(),
    Escape: () => (mode ? setMode(null) : void navigate({ to: '/tickets' })),
  });
  return (
    <div className={classes.layout}>
      <div className={classes.main}>
        <header className={classes.header}>
          <Group gap="sm" c="dimmed" fz="sm">
            <AnchorLink to="/tickets" inherit>
              {t('tickets.title')}
            </AnchorLink>
            <Text inherit>#{ticket.number}</Text>
            {ticket.followsNumber !== null && (
              <AnchorLink
                to="/tickets/$number"
                params={{ number: String(ticket.followsNumber) }}
                inherit
              >
                {t('tickets.follows', { number: ticket.followsNumber })}
              </AnchorLink>
            )}
            <Text inherit>
              {t(`tickets.openedBy.${ticket.source}`)} <RelativeTime at={ticket.createdAt} span />
            </Text>
          </Group>
          <TicketSubject ticket={ticket} changing={changing} />
        </header>
        {changing.refused && (
          <ConflictNotice onKeepMine={changing.keepMine} onTakeTheirs={changing.takeTheirs}>
            {t('tickets.conflict', { fields: fieldNames(changing.refused) })}
          </ConflictNotice>
        )}
        <Tabs defaultValue="conversation" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="conversation">{t('tickets.conversation')}</Tabs.Tab>
            <Tabs.Tab value="history">{t('tickets.history')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="conversation">
            <Conversation
              number={ticket.number}
              tools={(messageId) => additions.messageTools?.(ticket, messageId)}
            />
            <ReplyBox
              key={ticket.number}
              ticket={ticket}
              mode={mode}
              onMode={setMode}
              tools={additions.replyTools}
            />
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <TicketHistory number={ticket.number} />
          </Tabs.Panel>
        </Tabs>
      </div>
      <aside className={classes.aside} aria-label={t('tickets.properties')}>
        <TicketProperties ticket={ticket} changing={changing} />
        <TicketPeople ticket={ticket} />
        {additions.beside?.(ticket)}
      </aside>
    </div>
  );

  function fieldNames(patch: object): string {
    return list(Object.keys(patch).map((field) => t(`tickets.fields.${field as 'status'}`)));
  }
}
