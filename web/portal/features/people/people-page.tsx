import { Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconLock, IconSearch, IconUserSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '#web/ui/load-more.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { peopleQuery } from '../../data/people.ts';
import { useMember } from '../../data/session.ts';
import { usePortalTitle } from '../../parts/portal-title.ts';
import classes from './person-row.module.css';
import { PersonRow } from './person-row.tsx';

const SEARCH_AFTER_MS = 300;

/** For main contacts: who belongs to the company, and who is on the portal. */
export function PeoplePage() {
  const { t } = useTranslation(['member', 'portal']);
  const { contact, customerName } = useMember();
  const [words, setWords] = useState('');
  usePortalTitle(t('people.title'));
  if (!contact.isMainContact || customerName === null) {
    return (
      <EmptyState icon={IconLock} title={t('portal:list.onlyMainTitle')}>
        {t('portal:list.onlyMain')}
      </EmptyState>
    );
  }
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{t('people.title')}</Title>
        <Text c="dimmed">{t('people.lead', { customer: customerName })}</Text>
      </div>
      <search>
        <TextInput
          type="search"
          label={t('people.search')}
          placeholder={t('people.searchPlaceholder')}
          leftSection={<IconSearch size="1.125rem" aria-hidden />}
          size="md"
          maw="26rem"
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </search>
      <FoundPeople words={words} />
      <Text size="sm" c="dimmed">
        {t('people.hint')}
      </Text>
    </Stack>
  );
}

function FoundPeople({ words }: { words: string }) {
  const { t } = useTranslation('member');
  const [search] = useDebouncedValue(words.trim(), SEARCH_AFTER_MS);
  const people = useInfiniteQuery({
    ...peopleQuery(search),
    placeholderData: keepPreviousData,
  });
  if (people.isPending) return <LoadingRows height="4rem" />;
  if (people.isError)
    return <ErrorState error={people.error} onRetry={() => void people.refetch()} />;
  const items = people.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyState icon={IconUserSearch} title={t('people.nobody')}>
        {t('people.nobodyLead')}
      </EmptyState>
    );
  }
  return (
    <div aria-busy={people.isPlaceholderData}>
      <ul className={classes.list}>
        {items.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
      <LoadMore
        hasMore={people.hasNextPage}
        isLoading={people.isFetchingNextPage}
        onLoad={() => void people.fetchNextPage()}
      />
    </div>
  );
}
