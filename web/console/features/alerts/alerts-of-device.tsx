import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '#web/ui/load-more.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { alertListQuery } from '../../data/alerts.ts';
import { toListQuery } from './alert-search.ts';
import { AlertTable } from './alert-table.tsx';

/**
 * The alerts of a device: those that are not over, and on demand all. The page that shows it loads
 * the words of `alerts` and sees to it that its reader may see alerts.
 */
export function AlertsOfDevice({ deviceId }: { deviceId: number }) {
  const { t } = useTranslation('alerts');
  const [isAll, setAll] = useState(false);
  const alerts = useInfiniteQuery(
    alertListQuery(
      toListQuery({
        device: String(deviceId),
        state: isAll ? 'any' : 'open,acknowledged,snoozed',
      }),
    ),
  );
  if (alerts.isPending) return <LoadingRows rows={3} />;
  if (alerts.isError) return <ErrorState error={alerts.error} onRetry={() => alerts.refetch()} />;
  const rows = alerts.data.pages.flatMap((page) => page.items);
  return (
    <Stack gap="sm" align="stretch">
      {rows.length === 0 && <Text c="dimmed">{t('noneHere')}</Text>}
      {rows.length > 0 && <AlertTable rows={rows} isShort />}
      <LoadMore
        hasMore={alerts.hasNextPage}
        isLoading={alerts.isFetchingNextPage}
        onLoad={() => void alerts.fetchNextPage()}
      />
      {!isAll && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setAll(true)}
        >
          {t('showResolved')}
        </Button>
      )}
    </Stack>
  );
}
