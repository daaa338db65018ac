import { Badge, Button, Chip, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  IMPORT_FIELDS,
  IMPORT_OUTCOMES,
  type ImportField,
  type ImportOutcome,
} from '#shared/imports.ts';
import type { Import, ImportRow } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import { LoadMore } from '#web/ui/load-more.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { importRowsQuery, reportAddress } from '../../data/imports.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import classes from './imports.module.css';

const COLORS = {
  created: 'green',
  updated: 'accent',
  unchanged: 'gray',
  skipped: 'gray',
  refused: 'red',
} as const satisfies Record<ImportOutcome, string>;

/** What would become, or became, of the rows: counts that are filters, the rows, and the report. */
export function ImportResults({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const { counts } = current;
  const present = IMPORT_OUTCOMES.filter((outcome) => counts[outcome] > 0);
  // Who imports wants to know first what will not work.
  const [chosen, setChosen] = useState<string>(counts.refused > 0 ? 'refused' : 'all');
  const outcome = present.find((name) => name === chosen) ?? null;
  const isDryRun = current.state === 'checked';
  return (
    <Stack component="section" gap="md" aria-label={t(isDryRun ? 'result' : 'resultDone')}>
      <Group justify="space-between">
        <Title order={2}>{t(isDryRun ? 'result' : 'resultDone')}</Title>
        <Button
          component="a"
          href={reportAddress(current.id)}
          download
          variant="default"
          leftSection={<IconDownload size="1rem" aria-hidden />}
        >
          {t('download')}
        </Button>
      </Group>
      {counts.customersCreated > 0 && (
        <Text>{t('customersCreated', { count: counts.customersCreated })}</Text>
      )}
      <Chip.Group value={outcome ?? 'all'} onChange={(value) => setChosen(String(value))}>
        <Group gap="xs" role="group" aria-label={t('filter')}>
          <Chip value="all">
            {t('all')} ({formats.number(current.doneCount)})
          </Chip>
          {present.map((name) => (
            <Chip key={name} value={name} color={COLORS[name]}>
              {t(`outcomes.${name}`)} ({formats.number(counts[name])})
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Rows current={current} outcome={outcome} />
    </Stack>
  );
}

function Rows({ current, outcome }: { current: Import; outcome: ImportOutcome | null }) {
  const { t } = useTranslation('imports');
  const stamp = `${current.state} ${current.finishedAt}`;
  const rows = useInfiniteQuery(importRowsQuery(current.id, outcome, stamp));
  if (rows.isPending) return <LoadingRows rows={4} />;
  if (rows.isError) return <ErrorState error={rows.error} onRetry={() => rows.refetch()} />;
  const items = rows.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Text c="dimmed">{t('table.none')}</Text>;
  return (
    <div>
      <WideTable label={t('table.label')} minWidth="20rem" isReadOnly>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.number}>{t('table.row')}</Table.Th>
            <Table.Th>{t('table.outcome')}</Table.Th>
            <Table.Th>{t('table.content')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((row) => (
            <Row key={row.rowNumber} row={row} columns={current.columns} />
          ))}
        </Table.Tbody>
      </WideTable>
      <LoadMore
        hasMore={rows.hasNextPage}
        isLoading={rows.isFetchingNextPage}
        onLoad={() => void rows.fetchNextPage()}
      />
    </div>
  );
}

function Row({ row, columns }: { row: ImportRow; columns: Import['columns'] }) {
  const { t } = useTranslation('imports');
  const { contactId, customerId } = row;
  const used = row.cells.filter((cell, index) => cell.trim() !== '' && columns[index]?.field);
  const content = used.join(' · ');
  return (
    <Table.Tr>
      <Table.Td>{row.rowNumber}</Table.Td>
      <Table.Td>
        <Badge variant="light" tt="none" color={COLORS[row.outcome]}>
          {t(`outcomes.${row.outcome}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        {contactId !== null ? (
          <AnchorLink to="/contacts/$id" params={{ id: String(contactId) }}>
            {content}
          </AnchorLink>
        ) : customerId !== null ? (
          <AnchorLink to="/customers/$id" params={{ id: String(customerId) }}>
            {content}
          </AnchorLink>
        ) : (
          content
        )}
        {row.problems.map(({ field, code, message }) => (
          <Text inherit c="dimmed" key={`${field} ${code}`}>
            {isField(field) ? `${t(`fields.${field}`)}: ` : ''}
            {message}
          </Text>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}

const isField = (field: string): field is ImportField =>
  (IMPORT_FIELDS as readonly string[]).includes(field);
