import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows, NoPermissionPage } from '#web/ui/states.tsx';
import { statisticsQuery } from '../../data/articles.ts';
import { useCan } from '../../data/session.ts';
import { KnowledgeTabs } from './knowledge-tabs.tsx';
import { StatisticsTables } from './statistics-tables.tsx';

const PERIODS = [7, 30, 90, 365] as const;

/** Knowledge base > Statistics: what is read, what helps, and what nobody has answered yet. */
export function StatisticsPage() {
  const { t } = useTranslation('knowledge');
  const can = useCan();
  const [days, setDays] = useState<number>(30);
  const statistics = useQuery({ ...statisticsQuery(days), enabled: can('knowledge.manage') });
  if (!can('knowledge.manage')) return <NoPermissionPage />;
  return (
    <div>
      <PageHeader title={t('title')} tabTitle={t('statistics.title')} />
      <KnowledgeTabs />
      <SegmentedControl
        mb="md"
        aria-label={t('statistics.period')}
        data={PERIODS.map((count) => ({
          value: String(count),
          label: t('statistics.days', { count }),
        }))}
        value={String(days)}
        onChange={(value) => setDays(Number(value))}
      />
      {statistics.isPending && <LoadingRows rows={6} height="4rem" />}
      {statistics.isError && (
        <ErrorState error={statistics.error} onRetry={() => void statistics.refetch()} />
      )}
      {statistics.data && <StatisticsTables statistics={statistics.data} />}
    </div>
  );
}
