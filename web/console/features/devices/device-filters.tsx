import { Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEVICE_TYPES } from '#shared/agent-protocol.ts';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import { FilterMenu } from '../../parts/filter-menu.tsx';
import classes from './device-filters.module.css';
import { DeviceStateMark, DeviceTypeMark } from './device-marks.tsx';
import {
  cleanDeviceSearch,
  DEVICE_SORTS,
  DEVICE_STATES,
  type DeviceSearch,
  wordsOf,
} from './device-search.ts';

const TYPING_PAUSE_MS = 250;

export function DeviceFilters(props: {
  search: DeviceSearch;
  onSearch: (search: DeviceSearch) => void;
}) {
  const { t } = useTranslation('devices');
  const { search } = props;
  const [text, setText] = useState(search.search ?? '');
  // What a field gives is checked like what the address says.
  const set = (change: Record<string, unknown>) =>
    props.onSearch(cleanDeviceSearch({ ...search, ...change }));
  const tell = useDebouncedCallback((value: string) => set({ search: value.trim() }), {
    delay: TYPING_PAUSE_MS,
  });
  return (
    <Group gap="sm" mb="md" role="search">
      <TextInput
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size="1rem" aria-hidden />}
        w={{ base: '100%', xs: '16rem' }}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          tell(currentTarget.value);
        }}
      />
      <FilterMenu
        label={t('stateLabel')}
        options={DEVICE_STATES.map((value) => ({
          value,
          label: t(`state.${value}`),
          content: <DeviceStateMark state={value} />,
        }))}
        value={wordsOf(DEVICE_STATES, search.state)}
        onChange={(states) => set({ state: states.join(',') })}
      />
      <FilterMenu
        label={t('typeLabel')}
        options={DEVICE_TYPES.map((value) => ({
          value,
          label: t(`type.${value}`),
          content: <DeviceTypeMark type={value} />,
        }))}
        value={wordsOf(DEVICE_TYPES, search.type)}
        onChange={(types) => set({ type: types.join(',') })}
      />
      <CustomerSelect
        aria-label={t('customer')}
        placeholder={t('customer')}
        className={classes.filter}
        value={search.customer === undefined ? null : String(search.customer)}
        onChange={(customer) => set({ customer })}
      />
      <Select
        aria-label={t('sortBy')}
        className={classes.filter}
        allowDeselect={false}
        data={DEVICE_SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        value={search.sort ?? 'name'}
        onChange={(sort) => set({ sort: sort === 'name' ? undefined : sort })}
      />
      <Checkbox
        size="sm"
        label={t('withAlerts')}
        checked={search.alerts ?? false}
        onChange={({ currentTarget }) => set({ alerts: currentTarget.checked })}
      />
      <Checkbox
        size="sm"
        label={t('archived')}
        checked={search.archived ?? false}
        onChange={({ currentTarget }) => set({ archived: currentTarget.checked })}
      />
    </Group>
  );
}
