import { useParams } from '@tanstack/react-router';
import { TicketView } from '../../features/tickets/ticket-view.tsx';
import { RecordBoundary } from './record-boundary.tsx';

export function TicketPage() {
  const { number } = useParams({ from: '/signed-in/tickets/$number' });
  return <RecordBoundary id={number}>{(id) => <TicketView key={id} number={id} />}</RecordBoundary>;
}
