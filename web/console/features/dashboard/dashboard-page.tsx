import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustments } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CARD_PERMISSIONS } from '#shared/dashboard.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { dashboardQuery, firstStepsQuery, isShown } from '../../data/dashboard.ts';
import { useCan } from '../../data/session.ts';
import { CardEditor } from './card-editor.tsx';
import { CardGrid } from './card-grid.tsx';
import { FirstStepsList } from './first-steps-list.tsx';

/** What needs somebody now; in a new company, what to begin with. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const can = useCan();
  const dashboard = useQuery(dashboardQuery);
  const steps = useQuery(firstStepsQuery);
  const [isEdited, { open, close }] = useDisclosure(false);
  const isNew = steps.data !== undefined && isShown(steps.data);
  // Where nothing has happened yet, cards would only show zeros.
  const hasCards = !steps.isPending && !(isNew && steps.data.isEmpty);
  const cards = dashboard.data?.cards.filter(({ card }) => can(CARD_PERMISSIONS[card])) ?? [];
  return (
    <div>
      <PageHeader
        title={t('title')}
        actions={
          hasCards &&
          dashboard.isSuccess &&
          !isEdited && (
            <Button
              variant="default"
              leftSection={<IconAdjustments size="1rem" aria-hidden />}
              onClick={open}
            >
              {t('edit.open')}
            </Button>
          )
        }
      />
      {isNew && <FirstStepsList {...steps.data} />}
      {(dashboard.isPending || steps.isPending) && <LoadingRows rows={6} height="6rem" />}
      {dashboard.isError && (
        <ErrorState error={dashboard.error} onRetry={() => void dashboard.refetch()} />
      )}
      {hasCards && dashboard.isSuccess && isEdited && (
        <CardEditor dashboard={dashboard.data} onDone={close} />
      )}
      {hasCards && dashboard.isSuccess && !isEdited && <CardGrid cards={cards} onEdit={open} />}
    </div>
  );
}
