import { Checkbox, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DEVICE_TYPES } from '#shared/agent-protocol.ts';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import { FilterBar, filterWidth } from '../../parts/filter-bar.tsx';
import { FilterMenu } from '../../parts/filter-menu.tsx';
import { isFiltered, wordsOf } from '../../parts/list-address.ts';
import { DeviceStateMark, DeviceTypeMark } from './device-marks.tsx';
import { DEFAULT_SORT, DEVICE_SORTS, DEVICE_STATES, type DeviceSearch } from './device-search.ts';

export function DeviceFilters(props: {
  search: DeviceSearch;
  onSearch: (search: DeviceSearch) => void;
}) {
  const { t } = useTranslation('devices');
  const { search } = props;
  const change = (part: Partial<DeviceSearch>) => props.onSearch({ ...search, ...part });
  return (
    <FilterBar
      searchLabel={t('search')}
      search={search.search}
      onSearch={(text) => change({ search: text })}
      isFiltered={isFiltered(search)}
      onReset={() => props.onSearch({ sort: search.sort })}
    >
      <FilterMenu
        label={t('stateLabel')}
        options={DEVICE_STATES.map((value) => ({
          value,
          label: t(`state.${value}`),
          content: <DeviceStateMark state={value} />,
        }))}
        value={wordsOf(search.state, DEVICE_STATES)}
        onChange={(states) => change({ state: states.join() || undefined })}
      />
      <FilterMenu
        label={t('typeLabel')}
        options={DEVICE_TYPES.map((value) => ({
          value,
          label: t(`type.${value}`),
          content: <DeviceTypeMark type={value} />,
        }))}
        value={wordsOf(search.type, DEVICE_TYPES)}
        onChange={(types) => change({ type: types.join() || undefined })}
      />
      <CustomerSelect
        aria-label={t('customer')}
        placeholder={t('customer')}
        w={filterWidth('11rem')}
        value={search.customer ?? null}
        onChange={(customer) => change({ customer: customer ?? undefined })}
      />
      <Select
        aria-label={t('sortBy')}
        w={filterWidth('12rem')}
        allowDeselect={false}
        data={DEVICE_SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        value={search.sort ?? DEFAULT_SORT}
        onChange={(sort) => change({ sort: DEVICE_SORTS.find((known) => known === sort) })}
      />
      <Checkbox
        size="sm"
        label={t('withAlerts')}
        checked={search.alerts === 'true'}
        onChange={({ currentTarget }) =>
          change({ alerts: currentTarget.checked ? 'true' : undefined })
        }
      />
      <Checkbox
        size="sm"
        label={t('oldAgent.filter')}
        checked={search.oldAgent === 'true'}
        onChange={({ currentTarget }) =>
          change({ oldAgent: currentTarget.checked ? 'true' : undefined })
        }
      />
      <Checkbox
        size="sm"
        label={t('archived')}
        checked={search.archived === 'true'}
        onChange={({ currentTarget }) =>
          change({ archived: currentTarget.checked ? 'true' : undefined })
        }
      />
    </FilterBar>
  );
}
