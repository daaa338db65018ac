import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { NoPermissionPage } from '#web/ui/states.tsx';
import { useCan } from '../../data/session.ts';
import { TicketList } from '../../features/tickets/ticket-list.tsx';

export function TicketsPage() {
  const { t } = useTranslation('console');
  const search = useSearch({ from: '/signed-in/tickets' });
  const navigate = useNavigate();
  const can = useCan();
  if (!can('tickets.view')) return <NoPermissionPage />;
  return (
    <div>
      <PageHeader title={t('tickets.title')} />
      <TicketList
        search={search}
        onSearch={(next) => void navigate({ to: '/tickets', search: next, replace: true })}
      />
    </div>
  );
}
