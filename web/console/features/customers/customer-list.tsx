import { Button, Group, SegmentedControl, Table, Text } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { customerListQuery } from '../../data/customers.ts';
import { useRowKeys } from '../../keyboard/use-row-keys.ts';
import classes from '../../parts/link-table.module.css';
import { RecordList } from '../../parts/record-list.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import type { CustomerSearch } from './customer-search.ts';

export function CustomerList(props: {
  search: CustomerSearch;
  onSearch: (search: CustomerSearch) => void;
  onNew?: () => void;
}) {
  const { search } = props;
  const customers = useInfiniteQuery(
    customerListQuery({ search: search.search, state: search.state ?? 'active', sort: 'name' }),
  );
  useRowKeys();
  return (
    <>
      <ListFilters search={search} onSearch={props.onSearch} />
      <RecordList
        list={customers}
        loading={{ rows: 8 }}
        empty={<NoCustomers isFiltered={!!(search.search || search.state)} onNew={props.onNew} />}
      >
        {(rows) => <CustomerTable rows={rows} />}
      </RecordList>
    </>
  );
}

function ListFilters(props: {
  search: CustomerSearch;
  onSearch: (search: CustomerSearch) => void;
}) {
  const { t } = useTranslation('console');
  return (
    <Group gap="sm" mb="md" role="search">
      <SearchField
        label={t('customers.search')}
        w={{ base: '100%', xs: '20rem' }}
        value={props.search.search}
        onSearch={(text) => props.onSearch({ ...props.search, search: text })}
      />
      <SegmentedControl
        aria-label={t('customers.state')}
        data={[
          { value: 'active', label: t('customers.active') },
          { value: 'archived', label: t('customers.archived') },
        ]}
        value={props.search.state ?? 'active'}
        onChange={(state) =>
          props.onSearch({
            ...props.search,
            state: state === 'archived' ? 'archived' : undefined,
          })
        }
      />
    </Group>
  );
}

function CustomerTable({ rows }: { rows: Customer[] }) {
  const { t } = useTranslation('console');
  const formats = useFormats();
  return (
    <Table className={classes.table} aria-label={t('customers.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('customers.name')}</Table.Th>
          <Table.Th className={classes.wide}>{t('customers.domains')}</Table.Th>
          <Table.Th className={classes.count}>{t('customers.contacts')}</Table.Th>
          <Table.Th className={classes.count}>{t('customers.openTickets')}</Table.Th>
          <Table.Th className={classes.time}>{t('tickets.updated')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((customer) => (
          <Table.Tr key={customer.id} className={classes.row}>
            <Table.Td>
              <Link
                to="/customers/$id"
                params={{ id: String(customer.id) }}
                className={classes.link}
                data-row-link
              >
                {customer.name}
              </Link>
            </Table.Td>
            <Table.Td className={classes.wide}>
              <Text span inherit c="dimmed">
                {customer.domains.join(', ')}
              </Text>
            </Table.Td>
            <Table.Td className={classes.count}>{formats.number(customer.contactCount)}</Table.Td>
            <Table.Td className={classes.count}>
              {formats.number(customer.openTicketCount)}
            </Table.Td>
            <Table.Td className={classes.time}>
              <RelativeTime at={customer.updatedAt} c="dimmed" />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function NoCustomers(props: { isFiltered: boolean; onNew?: () => void }) {
  const { t } = useTranslation('console');
  return (
    <EmptyState
      icon={IconBuilding}
      title={t(props.isFiltered ? 'customers.noneFoundTitle' : 'customers.emptyTitle')}
      action={
        !props.isFiltered &&
        props.onNew && <Button onClick={props.onNew}>{t('customers.new')}</Button>
      }
    >
      {t(props.isFiltered ? 'customers.noneFoundText' : 'customers.emptyText')}
    </EmptyState>
  );
}
