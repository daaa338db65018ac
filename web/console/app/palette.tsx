import '@mantine/spotlight/styles.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconBuilding, IconInbox, IconPlus, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../data/session.ts';
import { PaletteResults } from './palette-results.tsx';

const [store, palette] = createSpotlight();
const TYPING_PAUSE_MS = 200;

/** Search over everything, and the way to every page (Ctrl+K). */
export function Palette(props: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('console');
  const [query, setQuery] = useState('');
  const [search] = useDebouncedValue(query.trim(), TYPING_PAUSE_MS);
  useEffect(() => {
    if (props.isOpen) palette.open();
  }, [props.isOpen]);
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={props.onClose}
      shortcut={null}
      scrollable
      maxHeight="70vh"
      attributes={{ content: { 'aria-label': t('search.label') } }}
    >
      <Spotlight.Search
        placeholder={t('search.label')}
        aria-label={t('search.label')}
        leftSection={<IconSearch size="1.25rem" aria-hidden />}
      />
      <Spotlight.ActionsList>
        {search.length > 1 ? <PaletteResults search={search} /> : <Places />}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Before anything is typed: where one may go. */
function Places() {
  const { t } = useTranslation('console');
  const navigate = useNavigate();
  const can = useCan();
  return (
    <>
      {can('tickets.view') && (
        <Spotlight.Action
          label={t('nav.tickets')}
          leftSection={<IconInbox size="1.25rem" aria-hidden />}
          onClick={() => void navigate({ to: '/tickets' })}
        />
      )}
      {can('customers.view') && (
        <Spotlight.Action
          label={t('nav.customers')}
          leftSection={<IconBuilding size="1.25rem" aria-hidden />}
          onClick={() => void navigate({ to: '/customers' })}
        />
      )}
      {can('tickets.create') && (
        <Spotlight.Action
          label={t('tickets.new')}
          leftSection={<IconPlus size="1.25rem" aria-hidden />}
          onClick={() => void navigate({ to: '/tickets/new' })}
        />
      )}
    </>
  );
}
