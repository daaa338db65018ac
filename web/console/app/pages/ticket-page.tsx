import { useParams } from '@tanstack/react-router';
import { useCan } from '../../data/session.ts';
import { AlertsOfTicket } from '../../features/alerts/alerts-of-ticket.tsx';
import { ArticleFromMessage } from '../../features/knowledge/article-from-message.tsx';
import { InsertArticle } from '../../features/knowledge/insert-article.tsx';
import { TicketArticles } from '../../features/knowledge/ticket-articles.tsx';
import { ReadOnSight } from '../../features/notifications/read-on-sight.tsx';
import { TicketView } from '../../features/tickets/ticket-view.tsx';
import { RecordBoundary } from './record-boundary.tsx';

export function TicketPage() {
  const { number } = useParams({ from: '/signed-in/tickets/$number' });
  const can = useCan();
  return (
    <RecordBoundary id={number}>
      {(id) => (
        <>
          <TicketView
            key={id}
            number={id}
            beside={(ticket) => (
              <>
                {can('alerts.view') && <AlertsOfTicket number={ticket.number} />}
                {can('knowledge.view') && <TicketArticles ticket={ticket} />}
              </>
            )}
            {...(can('knowledge.view') && {
              replyTools: (ticket, insert) => <InsertArticle ticket={ticket} insert={insert} />,
            })}
            {...(can('knowledge.manage') && {
              messageTools: (ticket, messageId) => (
                <ArticleFromMessage ticket={ticket} messageId={messageId} />
              ),
            })}
          />
          {can('tickets.view') && <ReadOnSight ticketNumber={id} />}
        </>
      )}
    </RecordBoundary>
  );
}
