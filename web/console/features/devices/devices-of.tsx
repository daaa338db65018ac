import { Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '#web/ui/load-more.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { deviceListQuery } from '../../data/devices.ts';
import { DeviceTable } from './device-table.tsx';

/** The devices of a customer or of a contact. */
export function DevicesOf(props: { customerId?: number; contactId?: number }) {
  const { t } = useTranslation('devices');
  const devices = useInfiniteQuery(deviceListQuery(props));
  const items = devices.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack component="section" gap="sm" aria-label={t('title')}>
      <Title order={2}>{t('title')}</Title>
      {devices.isPending && <LoadingRows rows={3} />}
      {devices.isError && (
        <ErrorState error={devices.error} onRetry={() => void devices.refetch()} />
      )}
      {devices.isSuccess && items.length === 0 && <Text c="dimmed">{t('noneHere')}</Text>}
      {items.length > 0 && <DeviceTable devices={items} isShort />}
      <LoadMore
        hasMore={devices.hasNextPage}
        isLoading={devices.isFetchingNextPage}
        onLoad={() => void devices.fetchNextPage()}
      />
    </Stack>
  );
}
