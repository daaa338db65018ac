import { Button, Group, SegmentedControl, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconBuilding, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { LoadMore } from '#web/ui/load-more.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { customerListQuery } from '../../data/customers.ts';
import { useRowKeys } from '../../keyboard/use-row-keys.ts';
import classes from '../../parts/link-table.module.css';
import type { CustomerSearch } from './customer-search.ts';

const TYPING_PAUSE_MS = 250;

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
  const rows = customers.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ListFilters search={search} onSearch={props.onSearch} />
      {customers.isPending && <LoadingRows rows={8} />}
      {customers.isError && (
        <ErrorState error={customers.error} onRetry={() => customers.refetch()} />
      )}
      {customers.isSuccess && rows.length === 0 && (
        <NoCustomers isFiltered={!!(search.search || search.state)} onNew={props.onNew} />
      )}
      {rows.length > 0 && <CustomerTable rows={rows} />}
      <LoadMore
        hasMore={customers.hasNextPage}
        isLoading={customers.isFetchingNextPage}
        onLoad={() => void customers.fetchNextPage()}
      />
    </>
  );
}

function ListFilters(props: {
  search: CustomerSearch;
  onSearch: (search: CustomerSearch) => void;
}) {
  const { t } = useTranslation('console');
  const [text, setText] = useState(props.search.search ?? '');
  const tell = useDebouncedCallback(
    (value: string) => props.onSearch({ ...props.search, search: value.trim() || undefined }),
    { delay: TYPING_PAUSE_MS },
  );
  return (
    <Group gap="sm" mb="md" role="search">
      <TextInput
        type="search"
        aria-label={t('customers.search')}
        placeholder={t('customers.search')}
        leftSection={<IconSearch size="1rem" aria-hidden />}
        w={{ base: '100%', xs: '20rem' }}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          tell(currentTarget.value);
        }}
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
