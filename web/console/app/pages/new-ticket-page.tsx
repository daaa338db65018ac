import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { LoadingRows, NoPermissionPage } from '#web/ui/states.tsx';
import { contactQuery } from '../../data/contacts.ts';
import { deviceQuery } from '../../data/devices.ts';
import { useCan } from '../../data/session.ts';
import { NewTicketForm } from '../../features/tickets/new-ticket-form.tsx';

export function NewTicketPage() {
  const { t } = useTranslation('console');
  const can = useCan();
  const navigate = useNavigate();
  const { contact: contactId, device: deviceId } = useSearch({ from: '/signed-in/tickets/new' });
  const contact = useQuery({
    ...contactQuery(Number(contactId)),
    enabled: contactId !== undefined && /^\d{1,15}$/.test(contactId),
  });
  const device = useQuery({
    ...deviceQuery(deviceId ?? 0),
    refetchInterval: false,
    enabled: deviceId !== undefined && can('devices.view'),
  });
  // Whoever works with the machine alone is most likely the one who called.
  const [user, ...otherUsers] = device.data?.contacts ?? [];
  const usersId = contactId === undefined && otherUsers.length === 0 ? user?.id : undefined;
  const userContact = useQuery({
    ...contactQuery(usersId ?? 0),
    enabled: usersId !== undefined && can('contacts.view'),
  });
  if (!can('tickets.create')) return <NoPermissionPage />;
  if (contact.isLoading || device.isLoading || userContact.isLoading) return <LoadingRows />;
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
        initialContact={contact.data ?? userContact.data ?? null}
        initialDevice={device.data ?? null}
        onCreated={(ticket) => {
          const params = { number: String(ticket.number) };
          notifyDone(t('tickets.created', { number: ticket.number }));
          void navigate({ to: '/tickets/$number', params, ignoreBlocker: true });
        }}
      />
    </div>
  );
}
