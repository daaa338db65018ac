import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { NoPermissionPage } from '#web/ui/states.tsx';
import { useCan, useSession } from '../../data/session.ts';
import { UnassignedContacts } from '../../features/contacts/unassigned-contacts.tsx';
import { CustomerForm } from '../../features/customers/customer-form.tsx';

export function UnassignedPage() {
  const { t } = useTranslation('console');
  const can = useCan();
  const { isLimitedToCustomers } = useSession();
  if (!can('contacts.view') || isLimitedToCustomers) return <NoPermissionPage />;
  return (
    <div>
      <PageHeader
        title={t('contacts.unassigned')}
        subtitle={t('contacts.unassignedText')}
        before={
          <AnchorLink to="/customers" size="sm" c="dimmed">
            {t('customers.title')}
          </AnchorLink>
        }
      />
      <UnassignedContacts
        newCustomer={({ contact, assign, close }) => (
          <CustomerForm
            suggestedDomain={contact.email.split('@')[1]}
            onCancel={close}
            onSaved={({ id }) => assign(id)}
          />
        )}
      />
    </div>
  );
}
