import { Select, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CUSTOMER_FIELDS, IMPORT_FIELDS, type ImportField } from '#shared/imports.ts';
import type { Import } from '#web/api/types.ts';
import type { ImportPatch } from '../../data/imports.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import classes from './imports.module.css';

/** Each column with what is in it, and what it becomes. A field that is given away moves. */
export function ImportColumns(props: {
  current: Import;
  isBusy: boolean;
  onChange: (changes: ImportPatch) => void;
}) {
  const { t } = useTranslation('imports');
  const { columns } = props.current;
  const choices = [false, true].map((isOfCustomer) => ({
    group: t(isOfCustomer ? 'columns.ofCustomer' : 'columns.ofContact'),
    items: IMPORT_FIELDS.filter((field) => CUSTOMER_FIELDS.includes(field) === isOfCustomer).map(
      (field) => ({ value: field, label: t(`fields.${field}`) }),
    ),
  }));
  const choose = (column: number, field: ImportField | null) =>
    props.onChange({
      mapping: columns.map((other, index) => {
        if (index === column) return field;
        return other.field === field ? null : other.field;
      }),
    });
  return (
    <Stack component="section" gap="sm" aria-label={t('columns.title')}>
      <Title order={2}>{t('columns.title')}</Title>
      <WideTable label={t('columns.title')} minWidth="36rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('columns.column')}</Table.Th>
            <Table.Th className={classes.field}>{t('columns.field')}</Table.Th>
            <Table.Th>{t('columns.samples')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column, index) => {
            const name = column.name || t('columns.unnamed', { number: index + 1 });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
              <Table.Tr key={index}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>
                  <Select
                    aria-label={t('columns.fieldOf', { column: name })}
                    placeholder={t('columns.ignored')}
                    data={choices}
                    value={column.field}
                    clearable
                    searchable
                    disabled={props.isBusy}
                    onChange={(value) => choose(index, value as ImportField | null)}
                  />
                </Table.Td>
                <Table.Td className={classes.samples}>
                  <Text inherit c="dimmed" truncate>
                    {column.samples.join(' · ')}
                  </Text>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </WideTable>
    </Stack>
  );
}
