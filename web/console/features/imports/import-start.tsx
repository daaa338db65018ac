import '@mantine/dropzone/styles.layer.css';
import { Badge, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IMPORT_LIMITS } from '#shared/imports.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { bringFile, importListQuery } from '../../data/imports.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import classes from './imports.module.css';

/** Where a file is brought, and the ones brought lately. */
export function ImportStart({ onBrought }: { onBrought: (id: number) => void }) {
  const { t } = useTranslation(['imports', 'console']);
  const formats = useFormats();
  const queryClient = useQueryClient();
  const [share, setShare] = useState(0);
  const bringing = useMutation({
    mutationFn: (file: File) => bringFile(file, setShare),
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: importListQuery.queryKey });
      onBrought(id);
    },
  });
  const name = bringing.variables?.name ?? '';
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('title')}
        subtitle={t('text')}
        before={
          <AnchorLink to="/customers" fz="sm" c="dimmed">
            {t('console:customers.title')}
          </AnchorLink>
        }
      />
      <Stack gap="xl">
        <Stack gap="sm">
          <ProblemAlert error={bringing.error} />
          <Dropzone
            multiple={false}
            loading={bringing.isPending}
            onDrop={([file]) => file && bringing.mutate(file)}
            inputProps={{ 'aria-label': t('choose') }}
            aria-label={t('choose')}
            className={classes.drop}
          >
            <Stack align="center" gap="xs">
              <IconFileSpreadsheet size="2rem" stroke={1.5} aria-hidden />
              <Text fw={500}>{t('drop')}</Text>
              <Text c="var(--mantine-primary-color-light-color)">{t('choose')}</Text>
              <Text size="sm" c="dimmed" ta="center">
                {t('limits', {
                  rows: formats.number(IMPORT_LIMITS.rows),
                  size: formats.bytes(IMPORT_LIMITS.bytes),
                })}
              </Text>
            </Stack>
          </Dropzone>
          {bringing.isPending && (
            <Progress value={share * 100} aria-label={t('uploading', { name })} />
          )}
        </Stack>
        <RecentImports />
      </Stack>
    </div>
  );
}

function RecentImports() {
  const { t } = useTranslation('imports');
  const { data } = useQuery(importListQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <section>
      <Title order={2}>{t('recent')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('recentHint', { days: IMPORT_LIMITS.keptDays })}
      </Text>
      <WideTable label={t('recent')} minWidth="30rem">
        <Table.Tbody>
          {data.items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Td>
                <AnchorLink to="/customers/import" search={{ id: item.id }}>
                  {item.fileName}
                </AnchorLink>
              </Table.Td>
              <Table.Td>{t('rows', { count: item.rowCount })}</Table.Td>
              <Table.Td>
                <StateBadge state={item.state} />
              </Table.Td>
              <Table.Td>
                <RelativeTime at={item.createdAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </section>
  );
}

const STATE_COLORS = {
  draft: 'gray',
  checking: 'gray',
  checked: 'gray',
  running: 'accent',
  done: 'green',
  stopped: 'amber',
  failed: 'red',
} as const;

function StateBadge({ state }: { state: keyof typeof STATE_COLORS }) {
  const { t } = useTranslation('imports');
  return (
    <Badge variant="light" tt="none" color={STATE_COLORS[state]}>
      {t(`states.${state}`)}
    </Badge>
  );
}
