import { useParams } from '@tanstack/react-router';
import { useCan } from '../../data/session.ts';
import { ContactView } from '../../features/contacts/contact-view.tsx';
import { DevicesOf } from '../../features/devices/devices-of.tsx';
import { TicketsOf } from '../../features/tickets/tickets-of.tsx';
import { RecordBoundary } from './record-boundary.tsx';

export function ContactPage() {
  const { id } = useParams({ from: '/signed-in/contacts/$id' });
  const can = useCan();
  return (
    <RecordBoundary id={id}>
      {(contactId) => (
        <ContactView
          key={contactId}
          id={contactId}
          {...(can('devices.view') && { devices: <DevicesOf contactId={contactId} /> })}
          tickets={<TicketsOf contactId={contactId} />}
        />
      )}
    </RecordBoundary>
  );
}
