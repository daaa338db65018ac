import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMailLabels } from '../../parts/use-mail-labels.ts';

/** What the buttons are called that only this editor has. */
export function useTemplateLabels() {
  const { t } = useTranslation('templates');
  const shared = useMailLabels();
  return useMemo(
    () => ({
      ...shared,
      h2ControlLabel: t('heading', { level: 1 }),
      h3ControlLabel: t('heading', { level: 2 }),
      hrControlLabel: t('rule'),
    }),
    [t, shared],
  );
}
