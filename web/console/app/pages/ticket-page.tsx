import { useParams } from '@tanstack/react-router';
import { useCan } from '../../data/session.ts';
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
          <TicketView key={id} number={id} />
          {can('tickets.view') && <ReadOnSight ticketNumber={id} />}
        </>
      )}
    </RecordBoundary>
  );
}
