import { Button } from '@mantine/core';
import type { IconProps } from '@tabler/icons-react';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '#web/ui/load-more.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';

type PagedList<Row> = UseInfiniteQueryResult<InfiniteData<{ items: Row[] }>>;

export const rowsOf = <Row,>(list: PagedList<Row>): Row[] =>
  list.data?.pages.flatMap((page) => page.items) ?? [];

/** A paged list in all its states: fetched for the first time, refused, empty, shown, with more to come. */
export function RecordList<Row>(props: {
  list: PagedList<Row>;
  /** What stands there while it is fetched. */
  loading?: { rows: number; height?: string };
  empty: ReactNode;
  children: (rows: Row[]) => ReactNode;
}) {
  const { list } = props;
  const rows = rowsOf(list);
  return (
    <>
      {list.isPending && <LoadingRows {...props.loading} />}
      {list.isError && rows.length === 0 && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {/* What is there stays, with a word about why it may be old. */}
      {rows.length > 0 && <ProblemAlert error={list.error} />}
      {list.isSuccess && rows.length === 0 && props.empty}
      {rows.length > 0 && <div aria-busy={list.isPlaceholderData}>{props.children(rows)}</div>}
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
    </>
  );
}

/** An empty list says why: nothing is there yet, or nothing fits the filters. */
export function NothingListed(props: {
  icon: ComponentType<IconProps>;
  isFiltered: boolean;
  onReset: () => void;
  none: { title: string; text: string; action?: ReactNode };
  noneFound: { title: string; text: string };
}) {
  const { t } = useTranslation('console');
  const { title, text } = props.isFiltered ? props.noneFound : props.none;
  const reset = (
    <Button variant="default" onClick={props.onReset}>
      {t('list.resetFilters')}
    </Button>
  );
  return (
    <EmptyState
      icon={props.icon}
      title={title}
      action={props.isFiltered ? reset : props.none.action}
    >
      {text}
    </EmptyState>
  );
}
