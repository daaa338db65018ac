import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TICKET_PRIORITIES, TICKET_SORTS, TICKET_STATUSES } from '#shared/tickets.ts';
import { PriorityMark, StatusBadge } from '#web/ui/ticket-marks.tsx';
import { useCan } from '../../data/session.ts';
import { techniciansQuery } from '../../data/technicians.ts';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import { DeviceFilter } from '../../parts/device-filter.tsx';
import { FilterBar, filterWidth } from '../../parts/filter-bar.tsx';
import { FilterMenu } from '../../parts/filter-menu.tsx';
import { isFiltered } from '../../parts/list-address.ts';
import { selectable, TechnicianSelect } from '../../parts/technician-select.tsx';
import { TicketFilterMarks } from './ticket-filter-marks.tsx';
import {
  DEFAULT_SORT,
  prioritiesOf,
  statusesOf,
  statusSearch,
  type TicketSearch,
} from './ticket-filters.ts';

export function TicketFilterBar(props: {
  search: TicketSearch;
  onSearch: (search: TicketSearch) => void;
}) {
  const { t } = useTranslation('console');
  const { search } = props;
  const change = (part: Partial<TicketSearch>) => props.onSearch({ ...search, ...part });
  return (
    <FilterBar
      searchLabel={t('tickets.search')}
      search={search.search}
      onSearch={(text) => change({ search: text })}
      isFiltered={isFiltered(search)}
      onReset={() => props.onSearch({ sort: search.sort })}
      marks={<TicketFilterMarks search={search} onChange={change} />}
    >
      <FilterMenu
        label={t('tickets.status')}
        options={TICKET_STATUSES.map((value) => ({
          value,
          label: t(`ticketStatus.${value}`),
          content: <StatusBadge status={value} />,
        }))}
        value={statusesOf(search)}
        onChange={(statuses) => change({ status: statusSearch(statuses) })}
      />
      <FilterMenu
        label={t('tickets.priority')}
        options={TICKET_PRIORITIES.map((value) => ({
          value,
          label: t(`ticketPriority.${value}`),
          content: <PriorityMark priority={value} />,
        }))}
        value={prioritiesOf(search)}
        onChange={(priorities) => change({ priority: priorities.join() || undefined })}
      />
      <AssigneeFilter value={search.assignee} onChange={(assignee) => change({ assignee })} />
      <CustomerSelect
        aria-label={t('tickets.customer')}
        placeholder={t('tickets.customer')}
        withNone
        w={filterWidth('11rem')}
        value={search.customer ?? null}
        // The device was one of the other customer's.
        onChange={(customer) => change({ customer: customer ?? undefined, device: undefined })}
      />
      <DeviceFilter
        value={search.device}
        customer={search.customer === 'none' ? undefined : search.customer}
        onChange={(device) => change({ device })}
      />
      <Select
        aria-label={t('tickets.sort')}
        w={filterWidth('12rem')}
        allowDeselect={false}
        data={TICKET_SORTS.map((value) => ({ value, label: t(`tickets.sorts.${value}`) }))}
        value={search.sort ?? DEFAULT_SORT}
        onChange={(sort) => change({ sort: TICKET_SORTS.find((known) => known === sort) })}
      />
    </FilterBar>
  );
}

function AssigneeFilter(props: {
  value: string | undefined;
  onChange: (assignee: string | undefined) => void;
}) {
  const { t } = useTranslation('console');
  const can = useCan();
  const technicians = useQuery({ ...techniciansQuery, enabled: can('technicians.view') });
  return (
    <TechnicianSelect
      aria-label={t('tickets.assignee')}
      placeholder={t('tickets.assignee')}
      w={filterWidth('11rem')}
      clearable
      searchable
      clearButtonProps={{ 'aria-label': t('tickets.clear') }}
      nothingFoundMessage={t('search.nothingShort')}
      others={[
        { value: 'me', label: t('tickets.me') },
        { value: 'none', label: t('tickets.unassigned') },
      ]}
      people={(technicians.data?.items ?? []).map(selectable)}
      value={props.value ?? null}
      onChange={(value) => props.onChange(value ?? undefined)}
    />
  );
}
