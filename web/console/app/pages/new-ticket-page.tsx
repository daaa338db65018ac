import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { LoadingRows, NoPermissionState } from '#web/ui/states.tsx';
import { contactQuery } from '../../data/contacts.ts';
import { useCan } from '../../data/session.ts';
import { NewTicketForm } from '../../features/tickets/new-ticket-form.tsx';

export function NewTicketPage() {
  const { t } = useTranslation('console');
  const can = useCan();
  const navigate = useNavigate();
  const { contact: contactId } = useSearch({ from: '/signed-in/tickets/new' });
  const contact = useQuery({
    ...contactQuery(Number(contactId)),
    enabled: contactId !== undefined && /^\d{1,15}$/.test(contactId),
  });
  if (!can('tickets.create')) return <NoPermissionState />;
  if (contact.isLoading) return <LoadingRows />;
  return (
    <div>
      <PageHeader
        title={t('tickets.new')}
        before={
          <AnchorLink to="/tickets" size="sm" c="dimmed">
            {t('tickets.title')}
          </AnchorLink>
        }
      />
      <NewTicketForm
        initialContact={contact.data ?? null}
        onCreated={(ticket) => {
          const params = { number: String(ticket.number) };
          notifyDone(t('tickets.created', { number: ticket.number }));
          void navigate({ to: '/tickets/$number', params, ignoreBlocker: true });
        }}
      />
    </div>
  );
}
