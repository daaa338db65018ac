import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIST_FILTERS, type ListSearch } from '../../data/list-search.ts';
import classes from './list-filters.module.css';
import { PersonFilter } from './person-filter.tsx';

const SEARCH_AFTER_MS = 300;

/** Words and state, and whose for a main contact; all live in the address. */
export function ListFilters({
  show,
  search,
  person,
  withPerson,
  onChange,
}: ListSearch & {
  /** Whose tickets can be chosen, too. */
  withPerson: boolean;
  onChange: (search: ListSearch, isTyping: boolean) => void;
}) {
  const { t } = useTranslation('portal');
  const [words, setWords] = useState(search ?? '');
  const [asked, setAsked] = useState(search ?? '');
  // "Back" and "show all" change the address from outside: the field follows.
  if ((search ?? '') !== asked) {
    setAsked(search ?? '');
    setWords(search ?? '');
  }

  const look = useDebouncedCallback((value: string) => {
    const wanted = value.trim();
    setAsked(wanted);
    onChange({ show, search: wanted || undefined, person }, true);
  }, SEARCH_AFTER_MS);

  return (
    <search className={classes.filters}>
      <TextInput
        type="search"
        label={t('list.search')}
        placeholder={t('list.searchPlaceholder')}
        leftSection={<IconSearch size="1.125rem" aria-hidden />}
        size="md"
        maxLength={200}
        className={classes.words}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          look(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={t('list.show')}
        size="md"
        value={show ?? 'all'}
        data={(['all', ...LIST_FILTERS] as const).map((value) => ({
          value,
          label: t(`list.filter.${value}`),
        }))}
        onChange={({ currentTarget: { value } }) => {
          const chosen = LIST_FILTERS.find((filter) => filter === value);
          onChange({ show: chosen, search: words.trim() || undefined, person }, false);
        }}
      />
      {withPerson && (
        <PersonFilter
          person={person}
          onChange={(chosen) =>
            onChange({ show, search: words.trim() || undefined, person: chosen }, false)
          }
        />
      )}
    </search>
  );
}
