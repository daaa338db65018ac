import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alertListQuery } from '../../data/alerts.ts';
import { RecordList } from '../../parts/record-list.tsx';
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
  return (
    <Stack gap="sm" align="stretch">
      <RecordList
        list={alerts}
        loading={{ rows: 3 }}
        empty={<Text c="dimmed">{t('noneHere')}</Text>}
      >
        {(rows) => <AlertTable rows={rows} isShort />}
      </RecordList>
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
