import type { SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const TYPING_PAUSE_MS = 200;

/** For a choice whose options the server finds while one types. */
export function useFoundOptions() {
  const { t } = useTranslation('console');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  return {
    /** The name of what is chosen stands in the field as well, but is no search. */
    searchBut: (chosenLabel: string | undefined) => (search === chosenLabel ? '' : search),
    field: {
      searchable: true,
      clearable: true,
      clearButtonProps: { 'aria-label': t('tickets.clear') },
      nothingFoundMessage: t('search.nothingShort'),
      // The server has searched already, in more than the name.
      filter: ({ options }) => options,
      onSearchChange: setText,
    } satisfies SelectProps,
  };
}
