import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customerQuery, customerSearchQuery } from '../data/customers.ts';
import { useCan, useSession } from '../data/session.ts';

const TYPING_PAUSE_MS = 200;

/** A customer found while typing; the value is the id as text, or `none` where that is offered. */
export function CustomerSelect({
  withNone,
  ...props
}: SelectProps & { withNone?: boolean; value?: string | null }) {
  const { t } = useTranslation('console');
  const can = useCan();
  const { isLimitedToCustomers } = useSession();
  const mayLook = can('customers.view');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  const chosenId = props.value && props.value !== 'none' ? Number(props.value) : null;
  const chosen = useQuery({
    ...customerQuery(chosenId ?? 0),
    enabled: mayLook && chosenId !== null,
  });
  // The chosen name in the field is no search.
  const found = useQuery({
    ...customerSearchQuery(search === chosen.data?.name ? '' : search),
    enabled: mayLook,
  });
  const names = new Map(
    [chosen.data, ...(found.data?.items ?? [])].flatMap((customer) =>
      customer ? [[String(customer.id), customer.name] as const] : [],
    ),
  );
  if (!mayLook) return null;
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('tickets.clear') }}
      nothingFoundMessage={t('search.nothingShort')}
      // The server has searched already, in more than the name.
      filter={({ options }) => options}
      onSearchChange={setText}
      data={[
        ...(withNone && !isLimitedToCustomers
          ? [{ value: 'none', label: t('customers.none') }]
          : []),
        ...[...names].map(([value, label]) => ({ value, label })),
      ]}
      {...props}
    />
  );
}
