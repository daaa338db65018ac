import { Select, SimpleGrid, Stack, Switch, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  IMPORT_DELIMITERS,
  IMPORT_ENCODINGS,
  type ImportDelimiter,
  type ImportEncoding,
} from '#shared/imports.ts';
import type { Import } from '#web/api/types.ts';
import type { ImportPatch } from '../../data/imports.ts';

/** Tabs and the like cannot be seen: they have names. */
const DELIMITER_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

export function ImportReading(props: {
  current: Import;
  isBusy: boolean;
  onChange: (changes: ImportPatch) => void;
}) {
  const { t } = useTranslation('imports');
  const { reading } = props.current;
  const change = (changes: Partial<Import['reading']>) =>
    props.onChange({ reading: { ...reading, ...changes } });
  return (
    <Stack component="section" gap="sm" aria-label={t('reading.title')}>
      <Title order={2}>{t('reading.title')}</Title>
      <SimpleGrid cols={{ base: 1, sm: 3 }} maw="48rem" spacing="md">
        <Select
          label={t('reading.encoding')}
          data={IMPORT_ENCODINGS.map((value) => ({ value, label: t(`encodings.${value}`) }))}
          value={reading.encoding}
          allowDeselect={false}
          disabled={props.isBusy}
          onChange={(value) => value && change({ encoding: value as ImportEncoding })}
        />
        <Select
          label={t('reading.delimiter')}
          data={IMPORT_DELIMITERS.map((value) => ({
            value,
            label: t(`delimiters.${DELIMITER_NAMES[value]}`),
          }))}
          value={reading.delimiter}
          allowDeselect={false}
          disabled={props.isBusy}
          onChange={(value) => value && change({ delimiter: value as ImportDelimiter })}
        />
      </SimpleGrid>
      <Switch
        label={t('reading.hasHeader')}
        checked={reading.hasHeader}
        disabled={props.isBusy}
        onChange={({ currentTarget }) => change({ hasHeader: currentTarget.checked })}
      />
    </Stack>
  );
}
