import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ALERT_SORTS, ALERT_SOURCES, ALERT_STATES, SEVERITIES } from '#shared/alerts.ts';
import type { AlertRow } from '../../data/alerts.ts';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import { DeviceFilter } from '../../parts/device-filter.tsx';
import { FilterBar, filterWidth } from '../../parts/filter-bar.tsx';
import { FilterMenu } from '../../parts/filter-menu.tsx';
import { isFiltered } from '../../parts/list-address.ts';
import { AlertFilterMarks } from './alert-filter-marks.tsx';
import { SeverityMark, StateMark } from './alert-marks.tsx';
import {
  type AlertSearch,
  DEFAULT_SORT,
  severitiesOf,
  sourcesOf,
  stateSearch,
  statesOf,
} from './alert-search.ts';

interface FilterProps {
  search: AlertSearch;
  onSearch: (search: AlertSearch) => void;
}

export function AlertFilterBar(props: FilterProps & { rows: readonly AlertRow[] }) {
  const { t } = useTranslation('alerts');
  const { search } = props;
  const change = (part: Partial<AlertSearch>) => props.onSearch({ ...search, ...part });
  return (
    <FilterBar
      searchLabel={t('search')}
      search={search.search}
      onSearch={(text) => change({ search: text })}
      isFiltered={isFiltered(search)}
      onReset={() => props.onSearch({ sort: search.sort })}
      marks={<AlertFilterMarks {...props} onChange={change} />}
    >
      <WordFilters {...props} />
      <CustomerSelect
        aria-label={t('customer')}
        placeholder={t('customer')}
        w={filterWidth('11rem')}
        value={search.customer ?? null}
        // The device was one of the other customer's.
        onChange={(customer) => change({ customer: customer ?? undefined, device: undefined })}
      />
      <DeviceFilter
        value={search.device}
        customer={search.customer}
        onChange={(device) => change({ device })}
      />
      <Select
        aria-label={t('withTicket')}
        placeholder={t('ticket')}
        w={filterWidth('10rem')}
        clearable
        clearButtonProps={{ 'aria-label': t('clear') }}
        data={(['yes', 'no'] as const).map((value) => ({
          value,
          label: t(`hasTicket.${value}`),
        }))}
        value={search.ticket ?? null}
        onChange={(ticket) =>
          change({ ticket: ticket === 'yes' || ticket === 'no' ? ticket : undefined })
        }
      />
      <Select
        aria-label={t('sort')}
        w={filterWidth('13rem')}
        allowDeselect={false}
        data={ALERT_SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
        value={search.sort ?? DEFAULT_SORT}
        onChange={(sort) => change({ sort: ALERT_SORTS.find((known) => known === sort) })}
      />
    </FilterBar>
  );
}

/** State, severity and source: several of each. */
function WordFilters({ search, onSearch }: FilterProps) {
  const { t } = useTranslation('alerts');
  return (
    <>
      <FilterMenu
        label={t('state')}
        options={ALERT_STATES.map((value) => ({
          value,
          label: t(`states.${value}`),
          content: <StateMark state={value} />,
        }))}
        value={statesOf(search)}
        onChange={(states) => onSearch({ ...search, state: stateSearch(states) })}
      />
      <FilterMenu
        label={t('severity')}
        options={SEVERITIES.toReversed().map((value) => ({
          value,
          label: t(`severities.${value}`),
          content: <SeverityMark severity={value} />,
        }))}
        value={severitiesOf(search)}
        onChange={(severities) => onSearch({ ...search, severity: severities.join() || undefined })}
      />
      <FilterMenu
        label={t('source')}
        options={ALERT_SOURCES.map((value) => ({
          value,
          label: t(`sources.${value}`),
          content: t(`sources.${value}`),
        }))}
        value={sourcesOf(search)}
        onChange={(sources) => onSearch({ ...search, source: sources.join() || undefined })}
      />
    </>
  );
}
