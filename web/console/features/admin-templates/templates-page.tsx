import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { templatesQuery } from '../../data/templates.ts';
import { TemplateTable } from './template-table.tsx';

const AUDIENCES = ['contacts', 'technicians'] as const;

/** Admin > Templates: every mail that Portico sends, and what of it is the company's own. */
export function TemplatesPage() {
  const { t } = useTranslation('templates');
  const templates = useQuery(templatesQuery);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} />
      {templates.isPending && <LoadingRows rows={10} />}
      {templates.isError && (
        <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />
      )}
      {templates.data && (
        <Stack gap="xl">
          {AUDIENCES.map((audience) => (
            <section key={audience} aria-labelledby={audience}>
              <Title order={2} id={audience} mb="xs">
                {t(audience)}
              </Title>
              <TemplateTable
                label={t(audience)}
                templates={templates.data.items.filter((row) => row.audience === audience)}
              />
            </section>
          ))}
        </Stack>
      )}
    </>
  );
}
