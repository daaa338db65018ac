import { Button, Text } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { deviceCountQuery, deviceListQuery } from '../../data/devices.ts';
import { useRowKeys } from '../../keyboard/use-row-keys.ts';
import { isFiltered } from '../../parts/list-address.ts';
import { NothingListed, RecordList, rowsOf } from '../../parts/record-list.tsx';
import { useRowChoice } from '../../parts/use-row-choice.ts';
import { DeviceBulkBar, useMayChangeDevices } from './device-bulk-bar.tsx';
import { DeviceFilters } from './device-filters.tsx';
import { type DeviceSearch, toDeviceQuery } from './device-search.ts';
import { DeviceTable } from './device-table.tsx';

/** The server changes so many at once. */
const CHOSEN_MAX = 100;

/** Devices that one may see, filtered by what the address says. */
export function DeviceList(props: {
  search: DeviceSearch;
  onSearch: (search: DeviceSearch) => void;
  onEnrol: (() => void) | undefined;
}) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const mayChange = useMayChangeDevices();
  const query = toDeviceQuery(props.search);
  const devices = useInfiniteQuery(deviceListQuery({ ...query, sort: props.search.sort }));
  const count = useQuery(deviceCountQuery(query)).data?.count ?? 0;
  const choosing = useRowChoice(rowsOf(devices), { keyOf: ({ id }) => id, max: CHOSEN_MAX });
  const choice = mayChange ? choosing : undefined;
  useRowKeys(choice);
  return (
    <>
      <DeviceFilters search={props.search} onSearch={props.onSearch} />
      <DeviceBulkBar choice={choosing} isArchive={props.search.archived === 'true'} />
      <RecordList
        list={devices}
        loading={{ rows: 8 }}
        empty={
          <NothingListed
            icon={IconDeviceDesktop}
            isFiltered={isFiltered(props.search)}
            onReset={() => props.onSearch({})}
            none={{
              title: t('emptyTitle'),
              text: t('emptyText'),
              action: props.onEnrol && <Button onClick={props.onEnrol}>{t('enrol.open')}</Button>,
            }}
            noneFound={{ title: t('noneFoundTitle'), text: t('noneFoundText') }}
          />
        }
      >
        {(rows) => (
          <>
            <DeviceTable devices={rows} choice={choice} />
            <Text size="sm" c="dimmed" mt="sm">
              {t('count', { count, number: formats.number(count) })}
            </Text>
          </>
        )}
      </RecordList>
    </>
  );
}
