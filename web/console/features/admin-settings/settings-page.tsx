import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { settingsQuery } from '../../data/settings.ts';
import { SettingsForm } from './settings-form.tsx';

/** Admin > Settings: the company, new contacts, tickets by e-mail. */
export function SettingsPage() {
  const { t } = useTranslation('admin');
  const settings = useQuery(settingsQuery);
  if (settings.data) return <SettingsForm settings={settings.data} />;
  return (
    <>
      <PageHeader title={t('settings.title')} />
      {settings.isPending ? (
        <LoadingRows rows={6} height="3rem" />
      ) : (
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      )}
    </>
  );
}
