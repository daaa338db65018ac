import { useTranslation } from 'react-i18next';
import { PageTabs } from '../../parts/page-tabs.tsx';

export function AlertTabs() {
  const { t } = useTranslation('alerts');
  return (
    <PageTabs
      label={t('title')}
      tabs={[
        { to: '/alerts', label: t('title') },
        { to: '/alerts/maintenance', label: t('maintenance.title') },
      ]}
    />
  );
}
