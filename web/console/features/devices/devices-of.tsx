import { Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deviceListQuery } from '../../data/devices.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { DeviceTable } from './device-table.tsx';

/** The devices of a customer or of a contact. */
export function DevicesOf(props: { customerId?: number; contactId?: number }) {
  const { t } = useTranslation('devices');
  const devices = useInfiniteQuery(deviceListQuery(props));
  return (
    <Stack component="section" gap="sm" aria-label={t('title')}>
      <Title order={2}>{t('title')}</Title>
      <RecordList
        list={devices}
        loading={{ rows: 3 }}
        empty={<Text c="dimmed">{t('noneHere')}</Text>}
      >
        {(rows) => <DeviceTable devices={rows} isShort />}
      </RecordList>
    </Stack>
  );
}
