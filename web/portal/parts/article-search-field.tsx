import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const SEARCH_AFTER_MS = 250;

/** Looks while somebody types. The field is the one that the server has written (shared/reader-pages.ts). */
export function ArticleSearchField(props: { search: string; onSearch: (search: string) => void }) {
  const { t } = useTranslation('articles');
  const [words, setWords] = useState(props.search);
  const [asked, setAsked] = useState(props.search);
  // "Back" changes the address from outside: the field follows.
  if (props.search !== asked) {
    setAsked(props.search);
    setWords(props.search);
  }
  const look = useDebouncedCallback((value: string) => {
    setAsked(value.trim());
    props.onSearch(value.trim());
  }, SEARCH_AFTER_MS);
  return (
    <input
      type="search"
      id="kb-search"
      name="search"
      className="kb-search-field"
      placeholder={t('search.placeholder')}
      aria-label={t('search.label')}
      maxLength={200}
      autoComplete="off"
      value={words}
      onChange={({ currentTarget: { value } }) => {
        setWords(value);
        look(value);
      }}
    />
  );
}
