import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ARTICLE_STATES, ARTICLE_VISIBILITIES } from '#shared/knowledge.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '#shared/languages.ts';
import { categoriesQuery } from '../../data/articles.ts';
import { useCan } from '../../data/session.ts';
import classes from './article-filters.module.css';
import { type ArticleSearch, cleanArticleSearch } from './article-search.ts';
import { useCategoryOptions } from './category-names.ts';

const TYPING_PAUSE_MS = 250;

export function ArticleFilters(props: {
  search: ArticleSearch;
  onSearch: (search: ArticleSearch) => void;
}) {
  const { t } = useTranslation('knowledge');
  const { search } = props;
  const isWriter = useCan()('knowledge.manage');
  const [text, setText] = useState(search.search ?? '');
  // What a select gives is checked like what the address says.
  const set = (change: Record<string, unknown>) =>
    props.onSearch(cleanArticleSearch({ ...search, ...change }));
  const tell = useDebouncedCallback((value: string) => set({ search: value.trim() }), {
    delay: TYPING_PAUSE_MS,
  });
  const categories = useCategoryOptions(useQuery(categoriesQuery).data?.items ?? []);
  return (
    <Group gap="sm" mb="md" role="search">
      <TextInput
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size="1rem" aria-hidden />}
        w={{ base: '100%', xs: '14rem' }}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          tell(currentTarget.value);
        }}
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
