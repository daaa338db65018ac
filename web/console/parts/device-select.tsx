import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceChoiceQuery } from '../data/alert-profiles.ts';

const TYPING_PAUSE_MS = 200;

export interface NamedDevice {
  id: number;
  name: string;
}

/** A device found while typing; the chosen one keeps its name without being asked for. */
export function DeviceSelect({
  chosen,
  onChoose,
  ...props
}: Omit<SelectProps, 'value' | 'onChange' | 'data'> & {
  chosen: NamedDevice | null;
  onChoose: (device: NamedDevice | null) => void;
}) {
  const { t } = useTranslation('alerts');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  // The chosen name in the field is no search.
  const found = useQuery(deviceChoiceQuery(search === chosen?.name ? '' : search));
  const labels = new Map(
    (found.data?.items ?? []).map(({ id, name, customer }) => [
      String(id),
      { id, name, label: `${name} (${customer.name})` },
    ]),
  );
  if (chosen && !labels.has(String(chosen.id)))
    labels.set(String(chosen.id), { ...chosen, label: chosen.name });
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      nothingFoundMessage={t('assignments.nothingFound')}
      // The server has searched already, in more than the name.
      filter={({ options }) => options}
      onSearchChange={setText}
      data={[...labels].map(([value, { label }]) => ({ value, label }))}
      value={chosen ? String(chosen.id) : null}
      onChange={(value) => {
        const device = value === null ? undefined : labels.get(value);
        onChoose(device ? { id: device.id, name: device.name } : null);
      }}
      {...props}
    />
  );
}
