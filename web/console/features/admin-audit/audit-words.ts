import { useTranslation } from 'react-i18next';

/** Actions and kinds in the reader's words; one that this page does not know yet stays bare. */
export function useAuditWords() {
  const { t } = useTranslation('admin');
  const find = t as unknown as (key: string, options: { defaultValue: string }) => string;
  const actions = t('audit.action', { returnObjects: true }) as Record<string, object>;
  const kinds = t('audit.kind', { returnObjects: true }) as object;
  return {
    action: (code: string) => find(`audit.action.${code}`, { defaultValue: code }),
    kind: (code: string) => find(`audit.kind.${code}`, { defaultValue: code }),
    /** What can be filtered by: the codes that have a word. */
    actions: Object.entries(actions).flatMap(([area, names]) =>
      Object.keys(names).map((name) => `${area}.${name}`),
    ),
    kinds: Object.keys(kinds),
  };
}
