import { ActionIcon, Button, Group, Pill, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ALERT_SORTS, ALERT_SOURCES, ALERT_STATES, SEVERITIES } from '#shared/alerts.ts';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import { FilterMenu } from '../../parts/filter-menu.tsx';
import classes from './alert-filter-bar.module.css';
import { SeverityMark, StateMark } from './alert-marks.tsx';
import {
  type AlertSearch,
  DEFAULT_SORT,
  isFiltered,
  severitiesOf,
  sourcesOf,
  stateSearch,
  statesOf,
} from './alert-search.ts';

const TYPING_PAUSE_MS = 250;

interface FilterProps {
  search: AlertSearch;
  onSearch: (search: AlertSearch) => void;
}

export function AlertFilterBar(props: FilterProps) {
  const { t } = useTranslation('alerts');
  const { search } = props;
  const [isOpen, { toggle }] = useDisclosure(false);
  const change = (part: Partial<AlertSearch>) => props.onSearch({ ...search, ...part });
  return (
    <Group gap="sm" mb="md" role="search" aria-label={t('filters')}>
      <SearchField value={search.search ?? ''} onChange={(text) => change({ search: text })} />
      <ActionIcon
        hiddenFrom="sm"
        variant="default"
        size="input-sm"
        aria-label={t('filters')}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <IconFilter size="1rem" />
      </ActionIcon>
      <Group gap="sm" className={classes.choices} data-open={isOpen || undefined}>
        <WordFilters {...props} />
        <CustomerSelect
          aria-label={t('customer')}
          placeholder={t('customer')}
          w="11rem"
          value={search.customer ?? null}
          onChange={(customer) => change({ customer: customer ?? undefined })}
        />
        <Select
          aria-label={t('withTicket')}
          placeholder={t('ticket')}
          w="11rem"
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          data={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`hasTicket.${value}`),
          }))}
          value={search.ticket ?? null}
          onChange={(ticket) =>
            change({ ticket: ticket === 'yes' || ticket === 'no' ? ticket : undefined })
          }
        />
        <Select
          aria-label={t('sort')}
          w="13rem"
          allowDeselect={false}
          data={ALERT_SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
          value={search.sort ?? DEFAULT_SORT}
          onChange={(sort) => change({ sort: ALERT_SORTS.find((known) => known === sort) })}
        />
      </Group>
      {search.device && <Pill>{t('ofDevice')}</Pill>}
      {search.alertSource && <Pill>{t('ofSource')}</Pill>}
      {isFiltered(search) && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconX size="1rem" aria-hidden />}
          onClick={() => props.onSearch({ sort: search.sort })}
        >
          {t('reset')}
        </Button>
      )}
    </Group>
  );
}

/** State, severity and source: several of each. */
function WordFilters({ search, onSearch }: FilterProps) {
  const { t } = useTranslation('alerts');
  return (
    <>
      <FilterMenu
        label={t('state')}
        options={ALERT_STATES.map((value) => ({
          value,
          label: t(`states.${value}`),
          content: <StateMark state={value} />,
        }))}
        value={statesOf(search)}
        onChange={(states) => onSearch({ ...search, state: stateSearch(states) })}
      />
      <FilterMenu
        label={t('severity')}
        options={SEVERITIES.toReversed().map((value) => ({
          value,
          label: t(`severities.${value}`),
          content: <SeverityMark severity={value} />,
        }))}
        value={severitiesOf(search)}
        onChange={(severities) => onSearch({ ...search, severity: severities.join() || undefined })}
      />
      <FilterMenu
        label={t('source')}
        options={ALERT_SOURCES.map((value) => ({
          value,
          label: t(`sources.${value}`),
          content: t(`sources.${value}`),
        }))}
        value={sourcesOf(search)}
        onChange={(sources) => onSearch({ ...search, source: sources.join() || undefined })}
      />
    </>
  );
}

function SearchField(props: { value: string; onChange: (text: string | undefined) => void }) {
  const { t } = useTranslation('alerts');
  const [text, setText] = useState(props.value);
  const tell = useDebouncedCallback((value: string) => props.onChange(value.trim() || undefined), {
    delay: TYPING_PAUSE_MS,
  });
  // Back, forward and "reset" change the address from outside.
  useEffect(() => setText(props.value), [props.value]);
  return (
    <TextInput
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      leftSection={<IconSearch size="1rem" aria-hidden />}
      miw="10rem"
      flex={1}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        tell(currentTarget.value);
      }}
    />
  );
}
