import { Button } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CARD_PERMISSIONS, DASHBOARD_PERMISSIONS } from '#shared/dashboard.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, NoPermissionState } from '#web/ui/states.tsx';
import { dashboardQuery, firstStepsQuery, isShown } from '../../data/dashboard.ts';
import { useCan } from '../../data/session.ts';
import type { CardDraft } from './card-editor.tsx';
import { CardGrid } from './card-grid.tsx';
import { GridSkeleton } from './card-skeleton.tsx';
import { FirstStepsList } from './first-steps-list.tsx';
import { hideUndoToast, useUndoToast } from './use-undo-toast.tsx';

const CardEditor = lazy(() => import('./card-editor.tsx').then((m) => ({ default: m.CardEditor })));

/** What needs somebody now; in a new company, what to begin with. */
export function DashboardPage() {
  const can = useCan();
  return DASHBOARD_PERMISSIONS.some(can) ? <Dashboard /> : <NoPermissionState />;
}

function Dashboard() {
  const { t } = useTranslation('dashboard');
  const can = useCan();
  const dashboard = useQuery(dashboardQuery);
  const steps = useQuery(firstStepsQuery);
  const { editing, open, close, discard } = useEditing();
  const isNew = steps.data !== undefined && isShown(steps.data);
  // Where nothing has happened yet, cards would only show zeros.
  const hasCards = !steps.isPending && !(isNew && steps.data.isEmpty);
  const isPending = dashboard.isPending || steps.isPending;
  return (
    <div>
      <PageHeader
        title={t('title')}
        actions={
          hasCards &&
          dashboard.data &&
          !editing && (
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
      {isNew && !editing && <FirstStepsList {...steps.data} />}
      {isPending && !dashboard.isError && <GridSkeleton />}
      {dashboard.isError && !dashboard.data && (
        <ErrorState error={dashboard.error} onRetry={() => void dashboard.refetch()} />
      )}
      {hasCards && dashboard.data && editing && (
        <Suspense fallback={<GridSkeleton />}>
          <CardEditor
            dashboard={dashboard.data}
            draft={editing.draft}
            onDone={close}
            onDiscard={discard}
          />
        </Suspense>
      )}
      {hasCards && dashboard.data && !editing && (
        <CardGrid
          cards={dashboard.data.cards.filter(({ card }) => CARD_PERMISSIONS[card].some(can))}
          onEdit={open}
        />
      )}
    </div>
  );
}

/** Whether cards are being chosen, and with which choice that begins. */
function useEditing() {
  const { t } = useTranslation('dashboard');
  const offerUndo = useUndoToast();
  const [editing, setEditing] = useState<{ draft: CardDraft | null } | null>(null);
  // What it would bring back has no place on another page.
  useEffect(() => hideUndoToast, []);
  return {
    editing,
    open: () => setEditing({ draft: null }),
    close: () => setEditing(null),
    discard: (draft: CardDraft) => offerUndo(t('edit.discarded'), () => setEditing({ draft })),
  };
}
