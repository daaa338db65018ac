import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TICKET_PRIORITIES, TICKET_SORTS, TICKET_STATUSES } from '#shared/tickets.ts';
import { PriorityMark, StatusBadge } from '#web/ui/ticket-marks.tsx';
import { useCan } from '../../data/session.ts';
import { techniciansQuery } from '../../data/technicians.ts';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import { FilterMenu } from '../../parts/filter-menu.tsx';
import { selectable, TechnicianSelect } from '../../parts/technician-select.tsx';
import classes from './ticket-filter-bar.module.css';
import { TicketFilterMarks } from './ticket-filter-marks.tsx';
import {
  DEFAULT_SORT,
  isFiltered,
  prioritiesOf,
  statusesOf,
  statusSearch,
  type TicketSearch,
} from './ticket-filters.ts';

const TYPING_PAUSE_MS = 250;

export function TicketFilterBar(props: {
  search: TicketSearch;
  onSearch: (search: TicketSearch) => void;
}) {
  const { t } = useTranslation('console');
  const { search } = props;
  const [isOpen, { toggle }] = useDisclosure(false);
  const change = (part: Partial<TicketSearch>) => props.onSearch({ ...search, ...part });
  return (
    <Group gap="sm" mb="md" role="search" aria-label={t('tickets.filters')}>
      <SearchField value={search.search ?? ''} onChange={(text) => change({ search: text })} />
      <ActionIcon
        hiddenFrom="sm"
        variant="default"
        size="input-sm"
        aria-label={t('tickets.filters')}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <IconFilter size="1rem" />
      </ActionIcon>
      <Group gap="sm" className={classes.choices} data-open={isOpen || undefined}>
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
          w="11rem"
          value={search.customer ?? null}
          onChange={(customer) => change({ customer: customer ?? undefined })}
        />
        <Select
          aria-label={t('tickets.sort')}
          w="12rem"
          allowDeselect={false}
          data={TICKET_SORTS.map((value) => ({ value, label: t(`tickets.sorts.${value}`) }))}
          value={search.sort ?? DEFAULT_SORT}
          onChange={(sort) => change({ sort: TICKET_SORTS.find((known) => known === sort) })}
        />
      </Group>
      <TicketFilterMarks search={search} onChange={change} />
      {isFiltered(search) && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconX size="1rem" aria-hidden />}
          onClick={() => props.onSearch({ sort: search.sort })}
        >
          {t('tickets.resetFilters')}
        </Button>
      )}
    </Group>
  );
}

function SearchField(props: { value: string; onChange: (text: string | undefined) => void }) {
  const { t } = useTranslation('console');
  const [text, setText] = useState(props.value);
  const tell = useDebouncedCallback((value: string) => props.onChange(value.trim() || undefined), {
    delay: TYPING_PAUSE_MS,
  });
  // Back, forward and "reset" change the address from outside.
  useEffect(() => setText(props.value), [props.value]);
  return (
    <TextInput
      type="search"
      aria-label={t('tickets.search')}
      placeholder={t('tickets.search')}
      leftSection={<IconSearch size="1rem" aria-hidden />}
      miw="10rem"
      flex={1}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        tell(currentTarget.value);
      }}
    />
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
      w="11rem"
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
