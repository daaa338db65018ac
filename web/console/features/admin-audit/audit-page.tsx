import { Table } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '#web/ui/load-more.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { type AuditFilter, auditQuery } from '../../data/audit.ts';
import { useSession } from '../../data/session.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditRow } from './audit-row.tsx';
import { cleanAuditSearch, toAuditFilter } from './audit-search.ts';

/** Admin > Audit log: who did what, when, and from where. The filter is the address. */
export function AuditPage() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const search = cleanAuditSearch(useSearch({ strict: false }));
  const { timeZone } = useSession().technician;
  return (
    <>
      <PageHeader title={t('audit.title')} subtitle={t('audit.lead')} />
      <AuditFilters
        search={search}
        onSearch={(next) => void navigate({ to: '/admin/audit', search: next, replace: true })}
      />
      <AuditList filter={toAuditFilter(search, timeZone ?? undefined)} />
    </>
  );
}

function AuditList({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation('admin');
  const entries = useInfiniteQuery(auditQuery(filter));
  if (entries.isPending) return <LoadingRows rows={10} />;
  if (!entries.data)
    return <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />;
  const rows = entries.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) {
    return (
      <EmptyState icon={IconListSearch} title={t('audit.emptyTitle')}>
        {t('audit.emptyText')}
      </EmptyState>
    );
  }
  return (
    <div aria-busy={entries.isPlaceholderData}>
      <WideTable label={t('audit.title')} minWidth="48rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('audit.when')}</Table.Th>
            <Table.Th>{t('audit.who')}</Table.Th>
            <Table.Th>{t('audit.what')}</Table.Th>
            <Table.Th>{t('audit.subject')}</Table.Th>
            <Table.Th>{t('audit.ip')}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
          ))}
        </Table.Tbody>
      </WideTable>
      <LoadMore
        hasMore={entries.hasNextPage}
        isLoading={entries.isFetchingNextPage}
        onLoad={() => void entries.fetchNextPage()}
      />
    </div>
  );
}
