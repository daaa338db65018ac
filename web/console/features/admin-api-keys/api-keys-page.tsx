import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { apiKeysQuery } from '../../data/api-keys.ts';
import { ApiKeyTable } from './api-key-table.tsx';
import { NewApiKeyModal } from './new-api-key-modal.tsx';

/** Admin > API keys: what scripts sign in with. */
export function ApiKeysPage() {
  const { t } = useTranslation('admin');
  const keys = useQuery(apiKeysQuery);
  const [isCreating, setCreating] = useState(false);
  const create = (
    <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={() => setCreating(true)}>
      {t('apiKeys.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('apiKeys.title')} subtitle={t('apiKeys.lead')} actions={create} />
      {keys.isPending && <LoadingRows rows={3} />}
      {keys.isError && <ErrorState error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.data?.items.length === 0 && (
        <EmptyState icon={IconKey} title={t('apiKeys.emptyTitle')}>
          {t('apiKeys.emptyText')}
        </EmptyState>
      )}
      {keys.data && keys.data.items.length > 0 && <ApiKeyTable apiKeys={keys.data.items} />}
      {isCreating && <NewApiKeyModal onClose={() => setCreating(false)} />}
    </>
  );
}
