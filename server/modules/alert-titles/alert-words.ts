import { escapeHtml } from '#platform/html/escape-html.ts';
import { translate } from '#platform/i18n/translate.ts';
import type { Severity } from '#shared/alerts.ts';
import type { Language } from '#shared/languages.ts';
import { alertTitle, severityName, type Titled } from './alert-titles.ts';

/** Who writes on tickets what nobody wrote. */
export const AUTHOR = 'Portico';
const LISTED_MAX = 30;

export interface WordedAlert extends Titled {
  id: number;
  text: string;
  severity: Severity;
  deviceName: string | null;
}

/** "SRV-01: Only 4% free on C:", or how many there are. */
export function subjectOf(language: Language, alerts: readonly WordedAlert[]): string {
  const [worst] = alerts;
  if (!worst) return '';
  const line = lineOf(language, worst);
  if (alerts.length === 1) return line;
  return `${translate(language, 'alerting:count', { count: alerts.length })}: ${line}`;
}

export function lineOf(language: Language, alert: WordedAlert): string {
  const title = alertTitle(language, alert);
  return alert.deviceName === null ? title : `${alert.deviceName}: ${title}`;
}

/** A note that lists alerts with links to them, below a sentence if there is one. */
export function noteOf(
  language: Language,
  alerts: readonly WordedAlert[],
  linkTo: (alert: WordedAlert) => string,
  sentence = '',
): { html: string; text: string } {
  const shown = alerts.slice(0, LISTED_MAX);
  const left = alerts.length - shown.length;
  const more = left > 0 ? translate(language, 'alerting:more', { count: left }) : '';
  const items = shown.map((alert) => {
    const name = `${severityName(language, alert.severity)} · ${lineOf(language, alert)}`;
    const link = `<a href="${escapeHtml(linkTo(alert))}">${escapeHtml(name)}</a>`;
    const text = alert.text.trim();
    return {
      html: `<li>${link}${text && `<br>${escapeHtml(text).replaceAll('\n', '<br>')}`}</li>`,
      text: [name, text].filter(Boolean).join('\n'),
    };
  });
  return {
    html: [
      sentence && `<p>${escapeHtml(sentence)}</p>`,
      `<ul>${items.map(({ html }) => html).join('')}</ul>`,
      more && `<p>${escapeHtml(more)}</p>`,
    ].join(''),
    text: [sentence, ...items.map(({ text }) => text), more].filter(Boolean).join('\n'),
  };
}

/** A note of sentences, each on a line of its own. */
export const sentencesNote = (...sentences: string[]) => ({
  html: sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join(''),
  text: sentences.join('\n'),
});
