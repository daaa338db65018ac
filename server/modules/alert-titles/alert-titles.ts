import { translate } from '#platform/i18n/translate.ts';
import type { AlertKind, Severity } from '#shared/alerts.ts';
import type { Language } from '#shared/languages.ts';

export interface Titled {
  kind: string;
  target: string;
  value: number | null;
  threshold: number | null;
  /** Of its own; counts for kind `other`. */
  title: string;
}

/** Making one takes longer than all else of a title, and a list has fifty. */
const formats = new Map<Language, Intl.NumberFormat>();
function numberFormat(language: Language): Intl.NumberFormat {
  const known = formats.get(language);
  if (known) return known;
  const made = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  formats.set(language, made);
  return made;
}

/** What an alert is called in the language. */
// i18n-keys: alerting:titles.*
export function alertTitle(language: Language, alert: Titled): string {
  const kind = alert.kind as AlertKind;
  if (kind === 'other') return alert.title;
  const number = numberFormat(language);
  return translate(language, `alerting:titles.${kind}`, {
    target: alert.target,
    count: Math.max(0, Math.floor(alert.value ?? 0)),
    value: number.format(alert.value ?? 0),
    threshold: number.format(alert.threshold ?? 0),
  });
}

// i18n-keys: alerting:severities.*
export const severityName = (language: Language, severity: Severity) =>
  translate(language, `alerting:severities.${severity}`);
