import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { portalSettingsQuery } from '../../data/portal-settings.ts';
import { PortalForm } from './portal-form.tsx';

/** Admin > Portal Settings: where the customers' portal is, how it looks, what they may do there. */
export function PortalSettingsPage() {
  const { t } = useTranslation('admin');
  const settings = useQuery(portalSettingsQuery);
  if (settings.data) return <PortalForm settings={settings.data} />;
  return (
    <>
      <PageHeader title={t('portal.title')} subtitle={t('portal.lead')} />
      {settings.isPending ? (
        <LoadingRows rows={6} height="3rem" />
      ) : (
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      )}
    </>
  );
}
