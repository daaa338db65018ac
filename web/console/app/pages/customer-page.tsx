import { useParams } from '@tanstack/react-router';
import { useCan } from '../../data/session.ts';
import { ContactsOf } from '../../features/contacts/contacts-of.tsx';
import { CustomerView } from '../../features/customers/customer-view.tsx';
import { DevicesOf } from '../../features/devices/devices-of.tsx';
import { TicketsOf } from '../../features/tickets/tickets-of.tsx';
import { RecordBoundary } from './record-boundary.tsx';

export function CustomerPage() {
  const { id } = useParams({ from: '/signed-in/customers/$id' });
  const can = useCan();
  return (
    <RecordBoundary id={id}>
      {(customerId) => (
        <CustomerView
          key={customerId}
          id={customerId}
          contacts={<ContactsOf customerId={customerId} />}
          {...(can('devices.view') && { devices: <DevicesOf customerId={customerId} /> })}
          tickets={<TicketsOf customerId={customerId} />}
        />
      )}
    </RecordBoundary>
  );
}
