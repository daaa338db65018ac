import { useParams } from '@tanstack/react-router';
import { ContactsOf } from '../../features/contacts/contacts-of.tsx';
import { CustomerView } from '../../features/customers/customer-view.tsx';
import { TicketsOf } from '../../features/tickets/tickets-of.tsx';
import { RecordBoundary } from './record-boundary.tsx';

export function CustomerPage() {
  const { id } = useParams({ from: '/signed-in/customers/$id' });
  return (
    <RecordBoundary id={id}>
      {(customerId) => (
        <CustomerView
          key={customerId}
          id={customerId}
          contacts={<ContactsOf customerId={customerId} />}
          tickets={<TicketsOf customerId={customerId} />}
        />
      )}
    </RecordBoundary>
  );
}
