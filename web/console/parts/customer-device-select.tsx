import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceSearchQuery } from '../data/devices.ts';
import { useCan } from '../data/session.ts';

const TYPING_PAUSE_MS = 200;

/** A device of one customer, found while typing; nothing where one may not see devices. */
export function CustomerDeviceSelect({
  customerId,
  chosen,
  ...props
}: Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  customerId: number | null;
  /** The one that is set now. */
  chosen: { id: number; name: string } | null;
  onChange: (device: { id: number; name: string } | null) => void;
}) {
  const { t } = useTranslation('console');
  const mayLook = useCan()('devices.view');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  // The chosen name in the field is no search.
  const found = useQuery({
    ...deviceSearchQuery(search === chosen?.name ? '' : search, customerId ?? undefined),
    enabled: mayLook && customerId !== null,
  });
  const names = new Map(
    [...(chosen ? [chosen] : []), ...(customerId === null ? [] : (found.data?.items ?? []))].map(
      ({ id, name }) => [String(id), name],
    ),
  );
  if (!mayLook && !chosen) return null;
  const { onChange, ...select } = props;
  return (
    <Select
      label={t('tickets.device')}
      placeholder={t('tickets.noDevice')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('tickets.clear') }}
      nothingFoundMessage={t('search.nothingShort')}
      // The server has searched already, in more than the name.
      filter={({ options }) => options}
      onSearchChange={setText}
      {...select}
      disabled={select.disabled || !mayLook || customerId === null}
      data={[...names].map(([value, label]) => ({ value, label }))}
      value={chosen ? String(chosen.id) : null}
      onChange={(value) =>
        onChange(value === null ? null : { id: Number(value), name: names.get(value) ?? '' })
      }
    />
  );
}
