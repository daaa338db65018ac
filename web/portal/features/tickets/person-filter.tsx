import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleQuery, personQuery } from '../../data/people.ts';

const SEARCH_AFTER_MS = 200;
const SHOWN = 20;

/** Whose tickets a main contact looks at: typed names are looked for among all of the company. */
export function PersonFilter(props: {
  person: number | undefined;
  onChange: (person: number | undefined) => void;
}) {
  const { t } = useTranslation('member');
  const [words, setWords] = useState('');
  const { data: chosen } = useQuery({
    ...personQuery(props.person ?? 0),
    enabled: props.person !== undefined,
  });
  // The field holds the chosen name, which is nobody else's to be found by.
  const [search] = useDebouncedValue(words === chosen?.name ? '' : words.trim(), SEARCH_AFTER_MS);
  const people = useInfiniteQuery(peopleQuery(search, SHOWN));
  const found = people.data?.pages[0]?.items ?? [];
  const isAmong = chosen === undefined || found.some(({ id }) => id === chosen.id);
  const options = (isAmong ? found : [chosen, ...found]).map(({ id, name, email }) => ({
    value: String(id),
    label: name,
    email,
  }));
  return (
    <Select
      label={t('people.filter')}
      placeholder={t('people.everybody')}
      size="md"
      searchable
      clearable
      // Mantine keeps its button from keyboards and readers; here it is the only way back.
      clearButtonProps={{ 'aria-label': t('people.clear'), 'aria-hidden': false, tabIndex: 0 }}
      nothingFoundMessage={people.isSuccess ? t('people.nobody') : undefined}
      data={options}
      // What the server found also matches by parts of the address.
      filter={({ options: all }) => all}
      value={props.person === undefined ? null : String(props.person)}
      onSearchChange={setWords}
      onChange={(value) => props.onChange(value === null ? undefined : Number(value))}
    />
  );
}
