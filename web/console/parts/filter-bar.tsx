import { ActionIcon, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filter-bar.module.css';
import { SearchField } from './search-field.tsx';

/** The search and the filters above a list. */
export function FilterBar(props: {
  searchLabel: string;
  search: string | undefined;
  onSearch: (text: string | undefined) => void;
  isFiltered: boolean;
  onReset: () => void;
  /** Filters that other pages lead to: in sight where the choices are folded, too. */
  marks?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('console');
  // Who comes by an address with filters in it sees them.
  const [isOpen, { toggle }] = useDisclosure(props.isFiltered);
  return (
    <Group gap="sm" mb="md" role="search" aria-label={t('list.filters')}>
      <SearchField
        label={props.searchLabel}
        miw="10rem"
        flex={1}
        value={props.search}
        onSearch={props.onSearch}
      />
      <ActionIcon
        hiddenFrom="sm"
        variant="default"
        size="input-sm"
        aria-label={t('list.filters')}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <IconFilter size="1rem" />
      </ActionIcon>
      <Group gap="sm" className={classes.choices} data-open={isOpen || undefined}>
        {props.children}
      </Group>
      {props.marks}
      {props.isFiltered && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconX size="1rem" aria-hidden />}
          onClick={props.onReset}
        >
          {t('list.resetFilters')}
        </Button>
      )}
    </Group>
  );
}

/** How wide a choice is; where there is little room, they share it. */
export const filterWidth = (width: string) => `var(--filter-width, ${width})`;

/** A filter that is only ever taken away. */
export function FilterMark(props: { label: string; onRemove: () => void }) {
  const { t } = useTranslation('console');
  return (
    <Button
      variant="light"
      rightSection={<IconX size="1rem" aria-hidden />}
      aria-label={t('list.removeFilter', { filter: props.label })}
      onClick={props.onRemove}
    >
      {props.label}
    </Button>
  );
}
