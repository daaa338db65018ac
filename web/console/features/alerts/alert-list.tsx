import { Button, Group, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ALERT_LIMITS } from '#shared/alerts.ts';
import { LoadMore } from '#web/ui/load-more.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { type AlertRow, alertListQuery } from '../../data/alerts.ts';
import { useCan } from '../../data/session.ts';
import { useRowKeys } from '../../keyboard/use-row-keys.ts';
import { AlertActions } from './alert-actions.tsx';
import { AlertFilterBar } from './alert-filter-bar.tsx';
import classes from './alert-list.module.css';
import { type AlertSearch, isFiltered, toListQuery } from './alert-search.ts';
import { AlertTable } from './alert-table.tsx';

/** What is wrong, live; its filters are the page's address. */
export function AlertList(props: { search: AlertSearch; onSearch: (search: AlertSearch) => void }) {
  const can = useCan();
  const alerts = useInfiniteQuery(alertListQuery(toListQuery(props.search)));
  const rows = alerts.data?.pages.flatMap((page) => page.items) ?? [];
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  // What has gone from the list meanwhile is not changed unseen.
  const chosen = rows
    .filter(({ id, state }) => ids.has(id) && state !== 'resolved')
    .slice(0, ALERT_LIMITS.alertsPerChange);
  useRowKeys();
  return (
    <>
      <AlertFilterBar search={props.search} onSearch={props.onSearch} />
      {chosen.length > 0 && <BulkBar alerts={chosen} onClear={() => setIds(new Set())} />}
      {alerts.isPending && <LoadingRows rows={10} height="2.5rem" />}
      {alerts.isError && <ErrorState error={alerts.error} onRetry={() => alerts.refetch()} />}
      {alerts.isSuccess && rows.length === 0 && (
        <NoAlerts isFiltered={isFiltered(props.search)} onReset={() => props.onSearch({})} />
      )}
      {rows.length > 0 && (
        <div aria-busy={alerts.isPlaceholderData}>
          <AlertTable
            rows={rows}
            {...(can('alerts.manage') && {
              choice: { ids: new Set(chosen.map(({ id }) => id)), onChange: setIds },
            })}
          />
        </div>
      )}
      <LoadMore
        hasMore={alerts.hasNextPage}
        isLoading={alerts.isFetchingNextPage}
        onLoad={() => void alerts.fetchNextPage()}
      />
    </>
  );
}

/** Stays in sight while the list is read through. */
function BulkBar({ alerts, onClear }: { alerts: readonly AlertRow[]; onClear: () => void }) {
  const { t } = useTranslation('alerts');
  return (
    <Group gap="sm" className={classes.bulk} role="toolbar" aria-label={t('bulk')}>
      <Text size="sm" fw={600} role="status">
        {t('selected', { count: alerts.length })}
      </Text>
      <AlertActions alerts={alerts} onDone={onClear} />
      <Button variant="subtle" color="gray" onClick={onClear}>
        {t('unselect')}
      </Button>
    </Group>
  );
}

function NoAlerts(props: { isFiltered: boolean; onReset: () => void }) {
  const { t } = useTranslation('alerts');
  return (
    <EmptyState
      icon={IconBell}
      title={t(props.isFiltered ? 'noneFoundTitle' : 'emptyTitle')}
      action={
        props.isFiltered && (
          <Button variant="default" onClick={props.onReset}>
            {t('reset')}
          </Button>
        )
      }
    >
      {t(props.isFiltered ? 'noneFoundText' : 'emptyText')}
    </EmptyState>
  );
}
