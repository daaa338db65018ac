import { Alert, Container } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says that the connection is gone, and that nothing typed is. */
export function OfflineNotice() {
  const { t } = useTranslation('portal');
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className="portal-notice">
      {!isOnline && (
        <Container size="var(--portico-page-width)" mt="md">
          <Alert color="amber" icon={<IconCloudOff aria-hidden />}>
            {t('shell.offline')}
          </Alert>
        </Container>
      )}
    </div>
  );
}
