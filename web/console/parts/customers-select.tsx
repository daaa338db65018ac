import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customerSearchQuery } from '../data/customers.ts';
import { useCan } from '../data/session.ts';

const TYPING_PAUSE_MS = 200;

interface Named {
  id: number;
  name: string;
}

/** Some customers, found while typing; the value is what was chosen, with names. */
export function CustomersSelect({
  value,
  onChange,
  ...props
}: Omit<MultiSelectProps, 'data' | 'value' | 'onChange'> & {
  value: Named[];
  onChange: (customers: Named[]) => void;
}) {
  const { t } = useTranslation('console');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  const found = useQuery({ ...customerSearchQuery(search), enabled: useCan()('customers.view') });
  const names = new Map(
    [...value, ...(found.data?.items ?? [])].map(({ id, name }) => [String(id), name]),
  );
  return (
    <MultiSelect
      searchable
      hidePickedOptions
      nothingFoundMessage={t('search.nothingShort')}
      // The server has searched already, in more than the name.
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      data={[...names].map(([id, label]) => ({ value: id, label }))}
      value={value.map(({ id }) => String(id))}
      onChange={(ids) => onChange(ids.map((id) => ({ id: Number(id), name: names.get(id) ?? id })))}
      {...props}
    />
  );
}
