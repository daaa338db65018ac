import { useParams } from '@tanstack/react-router';
import { ContactView } from '../../features/contacts/contact-view.tsx';
import { TicketsOf } from '../../features/tickets/tickets-of.tsx';
import { RecordBoundary } from './record-boundary.tsx';

export function ContactPage() {
  const { id } = useParams({ from: '/signed-in/contacts/$id' });
  return (
    <RecordBoundary id={id}>
      {(contactId) => (
        <ContactView key={contactId} id={contactId} tickets={<TicketsOf contactId={contactId} />} />
      )}
    </RecordBoundary>
  );
}
