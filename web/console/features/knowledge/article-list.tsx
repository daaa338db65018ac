import { Button, Table, Text } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { LoadMore } from '#web/ui/load-more.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { articleListQuery, categoriesQuery, type ListedArticle } from '../../data/articles.ts';
import { useRowKeys } from '../../keyboard/use-row-keys.ts';
import rows from '../../parts/link-table.module.css';
import { ArticleFilters } from './article-filters.tsx';
import classes from './article-list.module.css';
import { LanguageMarks, VisibilityMark } from './article-marks.tsx';
import type { ArticleSearch } from './article-search.ts';
import { useInLanguage } from './category-names.ts';

/** Articles that one may see, filtered by what the address says. */
export function ArticleList(props: {
  search: ArticleSearch;
  onSearch: (search: ArticleSearch) => void;
  onNew: (() => void) | undefined;
}) {
  const { category, ...search } = props.search;
  const articles = useInfiniteQuery(articleListQuery({ ...search, categoryId: category }));
  useRowKeys();
  const items = articles.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = Object.entries(props.search).some(([name, value]) => value && name !== 'sort');
  return (
    <>
      <ArticleFilters search={props.search} onSearch={props.onSearch} />
      {articles.isPending && <LoadingRows rows={8} />}
      {articles.isError && (
        <ErrorState error={articles.error} onRetry={() => void articles.refetch()} />
      )}
      {articles.isSuccess && items.length === 0 && (
        <NoArticles isFiltered={isFiltered} onNew={props.onNew} />
      )}
      {items.length > 0 && <ArticleTable articles={items} />}
      <LoadMore
        hasMore={articles.hasNextPage}
        isLoading={articles.isFetchingNextPage}
        onLoad={() => void articles.fetchNextPage()}
      />
    </>
  );
}

function ArticleTable({ articles }: { articles: ListedArticle[] }) {
  const { t } = useTranslation('knowledge');
  const formats = useFormats();
  const categories = useQuery(categoriesQuery).data?.items ?? [];
  const nameOf = useInLanguage();
  const categoryOf = (article: ListedArticle) =>
    nameOf(categories.find(({ id }) => id === article.categoryId)?.names ?? {});
  return (
    <Table className={rows.table} aria-label={t('articles')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('articleTitle')}</Table.Th>
          <Table.Th className={classes.languages}>{t('languages')}</Table.Th>
          <Table.Th className={classes.visibility}>{t('visibleTo')}</Table.Th>
          <Table.Th className={classes.number}>{t('views')}</Table.Th>
          <Table.Th className={classes.number}>{t('helpful')}</Table.Th>
          <Table.Th className={rows.time}>{t('updated')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {articles.map((article) => (
          <Table.Tr key={article.id} className={rows.row}>
            <Table.Td>
              <Link
                to="/knowledge/$id"
                params={{ id: String(article.id) }}
                className={rows.link}
                data-row-link
              >
                {article.title}
              </Link>
              <Text size="sm" c="dimmed" truncate>
                {categoryOf(article)}
              </Text>
            </Table.Td>
            <Table.Td className={classes.languages}>
              <div className={classes.above}>
                <LanguageMarks languages={article.languages} />
              </div>
            </Table.Td>
            <Table.Td className={classes.visibility}>
              <VisibilityMark visibility={article.visibility} />
            </Table.Td>
            <Table.Td className={classes.number}>{formats.number(article.views)}</Table.Td>
            <Table.Td className={classes.number}>
              {article.helpful + article.unhelpful > 0 &&
                t('helpfulOf', {
                  helpful: formats.number(article.helpful),
                  all: formats.number(article.helpful + article.unhelpful),
                })}
            </Table.Td>
            <Table.Td className={rows.time}>
              <RelativeTime at={article.updatedAt} c="dimmed" />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function NoArticles(props: { isFiltered: boolean; onNew: (() => void) | undefined }) {
  const { t } = useTranslation('knowledge');
  return (
    <EmptyState
      icon={IconBook2}
      title={t(props.isFiltered ? 'noneFoundTitle' : 'emptyTitle')}
      action={!props.isFiltered && props.onNew && <Button onClick={props.onNew}>{t('new')}</Button>}
    >
      {t(props.isFiltered ? 'noneFoundText' : props.onNew ? 'emptyText' : 'nothingToRead')}
    </EmptyState>
  );
}
