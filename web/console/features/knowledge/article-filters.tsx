import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ARTICLE_STATES, ARTICLE_VISIBILITIES } from '#shared/knowledge.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '#shared/languages.ts';
import { categoriesQuery } from '../../data/articles.ts';
import { useCan } from '../../data/session.ts';
import { SearchField } from '../../parts/search-field.tsx';
import classes from './article-filters.module.css';
import { type ArticleSearch, cleanArticleSearch } from './article-search.ts';
import { useCategoryOptions } from './category-names.ts';

export function ArticleFilters(props: {
  search: ArticleSearch;
  onSearch: (search: ArticleSearch) => void;
}) {
  const { t } = useTranslation('knowledge');
  const { search } = props;
  const isWriter = useCan()('knowledge.manage');
  // What a select gives is checked like what the address says.
  const set = (change: Record<string, unknown>) =>
    props.onSearch(cleanArticleSearch({ ...search, ...change }));
  const categories = useCategoryOptions(useQuery(categoriesQuery).data?.items ?? []);
  return (
    <Group gap="sm" mb="md" role="search">
      <SearchField
        label={t('search')}
        w={{ base: '100%', xs: '14rem' }}
        value={search.search}
        onSearch={(text) => set({ search: text })}
      />
      <Filter
        label={t('category')}
        data={categories}
        value={search.category === undefined ? null : String(search.category)}
        onChange={(category) => set({ category })}
      />
      {isWriter && (
        <Filter
          label={t('stateLabel')}
          data={[
            ...ARTICLE_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
            { value: 'archived', label: t('archived') },
          ]}
          value={search.state ?? null}
          onChange={(state) => set({ state })}
        />
      )}
      <Filter
        label={t('visibleTo')}
        data={ARTICLE_VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
        value={search.visibility ?? null}
        onChange={(visibility) => set({ visibility })}
      />
      <Filter
        label={t('language')}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={search.language ?? null}
        onChange={(language) => set({ language })}
      />
      <Select
        aria-label={t('sortBy')}
        className={classes.filter}
        allowDeselect={false}
        data={[
          { value: '-updatedAt', label: t('sort.updated') },
          { value: 'title', label: t('sort.title') },
          { value: '-views', label: t('sort.views') },
        ]}
        value={search.sort ?? '-updatedAt'}
        onChange={(sort) => set({ sort: sort === '-updatedAt' ? undefined : sort })}
      />
    </Group>
  );
}

function Filter(props: {
  label: string;
  data: { value: string; label: string }[];
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  return (
    <Select
      aria-label={props.label}
      placeholder={props.label}
      className={classes.filter}
      clearable
      data={props.data}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
