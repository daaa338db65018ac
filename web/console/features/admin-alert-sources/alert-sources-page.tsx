import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { alertSourcesQuery } from '../../data/alert-sources.ts';
import { AlertSourceTable } from './alert-source-table.tsx';
import { AlertSourceWindow } from './alert-source-window.tsx';

/** Admin > Alert sources: other systems that tell of their alerts. */
export function AlertSourcesPage() {
  const { t } = useTranslation('alerts');
  const sources = useQuery(alertSourcesQuery);
  const [isCreating, creating] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title={t('alertSources.title')}
        subtitle={t('alertSources.lead')}
        actions={
          <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={creating.open}>
            {t('alertSources.new')}
          </Button>
        }
      />
      {sources.isPending && <LoadingRows rows={3} />}
      {sources.isError && (
        <ErrorState error={sources.error} onRetry={() => void sources.refetch()} />
      )}
      {sources.data?.items.length === 0 && (
        <EmptyState icon={IconWebhook} title={t('alertSources.emptyTitle')}>
          {t('alertSources.emptyText')}
        </EmptyState>
      )}
      {sources.data && sources.data.items.length > 0 && (
        <AlertSourceTable sources={sources.data.items} />
      )}
      {isCreating && <AlertSourceWindow source={null} onClose={creating.close} />}
    </>
  );
}
