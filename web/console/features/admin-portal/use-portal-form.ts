import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { showFieldErrors } from '#web/ui/problem-alert.tsx';
import {
  changePortalSettings,
  type PortalSettings,
  portalSettingsQuery,
  removePortalLogo,
  sendPortalLogo,
} from '../../data/portal-settings.ts';
import { changesOf, type LogoChoice, type PortalValues, valuesOf } from './portal-values.ts';

/** The form of the whole page and what one Save does: the values first, then the logo. */
export function usePortalForm(settings: PortalSettings) {
  const { t } = useTranslation('portal-settings');
  const client = useQueryClient();
  const [known, setKnown] = useState(settings);
  const [logo, setLogo] = useState<LogoChoice>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm<PortalValues>({ initialValues: valuesOf(settings) });

  function take(fresh: PortalSettings) {
    client.setQueryData(portalSettingsQuery.queryKey, fresh);
    setKnown(fresh);
    setProblem(null);
    form.setInitialValues(valuesOf(fresh));
    form.setValues(valuesOf(fresh));
  }
  const saving = useMutation({
    async mutationFn({ values, onto }: { values: PortalValues; onto: PortalSettings }) {
      const changes = changesOf(values, known);
      if (Object.keys(changes).length > 0)
        take(await changePortalSettings({ ...changes, version: onto.version }));
      if (logo === null) return;
      take(logo === 'none' ? await removePortalLogo() : await sendPortalLogo(logo));
      setLogo(null);
    },
    onSuccess: () => notifyDone(t('saved')),
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  function save(values: PortalValues, onto: PortalSettings) {
    if (!saving.isPending) saving.mutate({ values, onto });
  }
  return {
    form,
    known,
    logo,
    setLogo,
    problem,
    isSaving: saving.isPending,
    isDirty: form.isDirty() || logo !== null,
    /** What somebody else has saved meanwhile. */
    theirs: isApiError(problem, 'conflict') ? (problem.current as PortalSettings) : null,
    save,
    take,
  };
}
