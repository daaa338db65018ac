import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { NoPermissionPage } from '#web/ui/states.tsx';
import { useCan } from '../../data/session.ts';
import { AlertTabs } from '../../features/alerts/alert-tabs.tsx';
import { MaintenanceForm } from '../../features/maintenance/maintenance-form.tsx';
import { MaintenanceList } from '../../features/maintenance/maintenance-list.tsx';

export function MaintenancePage() {
  const { t } = useTranslation('alerts');
  const can = useCan();
  const [isAdding, adding] = useDisclosure(false);
  if (!can('alerts.view')) return <NoPermissionPage />;
  return (
    <div>
      <PageHeader
        title={t('maintenance.title')}
        subtitle={t('maintenance.lead')}
        actions={
          can('alerts.manage') && (
            <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={adding.open}>
              {t('maintenance.new')}
            </Button>
          )
        }
      />
      <AlertTabs />
      <MaintenanceList />
      {isAdding && <MaintenanceForm window={null} onClose={adding.close} />}
    </div>
  );
}
