import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import {
  type Dashboard,
  dashboardQuery,
  resetDashboard,
  saveCompanyDashboard,
  saveDashboard,
} from '../../data/dashboard.ts';
import { useUndoToast } from './use-undo-toast.tsx';

/** Saves a choice of cards, makes it the company's, or goes back to the company's. */
export function useKeeping(props: { onKept: () => void; onTheirs: () => void }) {
  const { t } = useTranslation('dashboard');
  const queryClient = useQueryClient();
  const offerUndo = useUndoToast();
  const [conflict, setConflict] = useState<Dashboard | null>(null);
  const show = (dashboard: Dashboard) => {
    queryClient.setQueryData(dashboardQuery.queryKey, dashboard);
  };
  function kept(dashboard: Dashboard) {
    setConflict(null);
    show(dashboard);
    props.onKept();
  }
  const save = useMutation({
    mutationFn: saveDashboard,
    onSuccess(dashboard) {
      kept(dashboard);
      notifyDone(t('edit.saved'));
    },
    onError(problem) {
      // Another window was faster: who is here decides which of the two it is to be.
      if (isApiError(problem, 'conflict')) setConflict(problem.current as Dashboard);
      else notifyProblem(problem);
    },
  });
  const reset = useMutation({
    mutationFn: async (before: Dashboard) => ({ before, after: await resetDashboard() }),
    onSuccess({ before, after }) {
      kept(after);
      const back = { cards: [...before.cards], version: after.version };
      offerUndo(t('edit.resetDone'), () => saveDashboard(back).then(show, notifyProblem));
    },
    onError: notifyProblem,
  });
  const makeCompanys = useMutation({
    mutationFn: saveCompanyDashboard,
    onSuccess(dashboard) {
      kept(dashboard);
      notifyDone(t('edit.forAllDone'));
    },
    onError: notifyProblem,
  });
  return {
    save,
    reset,
    makeCompanys,
    conflict,
    takeTheirs() {
      if (conflict) show(conflict);
      setConflict(null);
      props.onTheirs();
    },
  };
}
