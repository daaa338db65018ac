import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { NoPermissionPage } from '#web/ui/states.tsx';
import { useCan } from '../../data/session.ts';
import { AlertList } from '../../features/alerts/alert-list.tsx';
import { AlertTabs } from '../../features/alerts/alert-tabs.tsx';

export function AlertsPage() {
  const { t } = useTranslation('alerts');
  const search = useSearch({ from: '/signed-in/alerts' });
  const navigate = useNavigate();
  const can = useCan();
  if (!can('alerts.view')) return <NoPermissionPage />;
  return (
    <div>
      <PageHeader title={t('title')} />
      <AlertTabs />
      <AlertList
        search={search}
        onSearch={(next) => void navigate({ to: '/alerts', search: next, replace: true })}
      />
    </div>
  );
}
