import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IncomingList } from './incoming-list.tsx';

/** Admin > E-mail > Suspended: what waits for a person's decision. */
export function SuspendedPage() {
  const { t } = useTranslation('admin');
  return (
    <>
      <Text c="dimmed" mb="md">
        {t('incoming.suspendedLead')}
      </Text>
      <IncomingList state="suspended" />
    </>
  );
}
