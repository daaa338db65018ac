import { useTranslation } from 'react-i18next';
import {
  ACTIONS_BY_AREA,
  AUDIT_ACTIONS,
  AUDIT_SUBJECTS,
  type AuditAction,
  type AuditSubject,
} from '#shared/audit.ts';

/** Actions and subjects in the reader's words; one that an older version noted stays bare. */
export function useAuditWords() {
  const { t } = useTranslation('admin');
  const action = (code: AuditAction) => t(`audit.action.${code}`);
  const subject = (code: AuditSubject) => t(`audit.kind.${code}`);
  return {
    action: (code: string) => {
      const known = AUDIT_ACTIONS.find((each) => each === code);
      return known ? action(known) : code;
    },
    subject: (code: string) => {
      const known = AUDIT_SUBJECTS.find((each) => each === code);
      return known ? subject(known) : code;
    },
    /** What can be chosen, area by area. */
    areas: [...ACTIONS_BY_AREA].map(([area, actions]) => ({
      area,
      label: t(`audit.area.${area}`),
      actions: actions.map((code) => ({ code, label: action(code) })),
    })),
    subjects: AUDIT_SUBJECTS.map((code) => ({ code, label: subject(code) })),
  };
}
