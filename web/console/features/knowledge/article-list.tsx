import { Button, Table, Text } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { articleListQuery, categoriesQuery, type ListedArticle } from '../../data/articles.ts';
import { useRowKeys } from '../../keyboard/use-row-keys.ts';
import rows from '../../parts/link-table.module.css';
import { isFiltered } from '../../parts/list-address.ts';
import { RecordList } from '../../parts/record-list.tsx';
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
  return (
    <>
      <ArticleFilters search={props.search} onSearch={props.onSearch} />
      <RecordList
        list={articles}
        loading={{ rows: 8 }}
        empty={<NoArticles isFiltered={isFiltered(props.search)} onNew={props.onNew} />}
      >
        {(items) => <ArticleTable articles={items} />}
      </RecordList>
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
