import { Button, Text } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { LoadMore } from '#web/ui/load-more.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { deviceCountQuery, deviceListQuery } from '../../data/devices.ts';
import { useCan } from '../../data/session.ts';
import { useRowKeys } from '../../keyboard/use-row-keys.ts';
import { DeviceBulkBar } from './device-bulk-bar.tsx';
import { DeviceFilters } from './device-filters.tsx';
import { type DeviceSearch, isFiltered, toDeviceQuery } from './device-search.ts';
import { DeviceTable } from './device-table.tsx';
import { useDeviceSelection } from './use-device-selection.ts';

/** Devices that one may see, filtered by what the address says. */
export function DeviceList(props: {
  search: DeviceSearch;
  onSearch: (search: DeviceSearch) => void;
  onEnrol: (() => void) | undefined;
}) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const mayChange = useCan()('devices.manage');
  const query = toDeviceQuery(props.search);
  const devices = useInfiniteQuery(
    deviceListQuery({ ...query, ...(props.search.sort && { sort: props.search.sort }) }),
  );
  const count = useQuery(deviceCountQuery(query)).data?.count ?? 0;
  useRowKeys();
  const items = devices.data?.pages.flatMap((page) => page.items) ?? [];
  const { selection, clear } = useDeviceSelection(items);
  return (
    <>
      <DeviceFilters search={props.search} onSearch={props.onSearch} />
      {selection.ids.size > 0 && (
        <DeviceBulkBar
          ids={[...selection.ids]}
          isArchive={props.search.archived ?? false}
          onDone={clear}
        />
      )}
      {devices.isPending && <LoadingRows rows={8} />}
      {devices.isError && (
        <ErrorState error={devices.error} onRetry={() => void devices.refetch()} />
      )}
      {devices.isSuccess && items.length === 0 && (
        <NoDevices
          isFiltered={isFiltered(props.search)}
          onReset={() => props.onSearch({})}
          onEnrol={props.onEnrol}
        />
      )}
      {items.length > 0 && (
        <div aria-busy={devices.isPlaceholderData}>
          <DeviceTable devices={items} selection={mayChange ? selection : undefined} />
          <Text size="sm" c="dimmed" mt="sm">
            {t('count', { count, number: formats.number(count) })}
          </Text>
        </div>
      )}
      <LoadMore
        hasMore={devices.hasNextPage}
        isLoading={devices.isFetchingNextPage}
        onLoad={() => void devices.fetchNextPage()}
      />
    </>
  );
}

function NoDevices(props: {
  isFiltered: boolean;
  onReset: () => void;
  onEnrol: (() => void) | undefined;
}) {
  const { t } = useTranslation('devices');
  if (props.isFiltered) {
    return (
      <EmptyState
        icon={IconDeviceDesktop}
        title={t('noneFoundTitle')}
        action={
          <Button variant="default" onClick={props.onReset}>
            {t('resetFilters')}
          </Button>
        }
      >
        {t('noneFoundText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconDeviceDesktop}
      title={t('emptyTitle')}
      action={props.onEnrol && <Button onClick={props.onEnrol}>{t('enrol.open')}</Button>}
    >
      {t('emptyText')}
    </EmptyState>
  );
}
