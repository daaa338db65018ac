import { translate } from '#platform/i18n/translate.ts';
import type { Language } from '#shared/languages.ts';
import { REPLY_MARKER_PATTERN, TEMPLATES, type TemplateName } from '#shared/templates.ts';
import type { TemplateText } from './template-values.ts';

const MARKER_ON_TOP = new RegExp(`^${REPLY_MARKER_PATTERN.source}\\n+`);

/** The text of a mail as we deliver it, without the line on top that every mail on a ticket has. */
export function originalText(name: TemplateName, language: Language): TemplateText {
  return {
    subject: translate(language, `mail:${name}.subject`),
    html: null,
    text: translate(language, `mail:${name}.body`).replace(MARKER_ON_TOP, ''),
  };
}

/** What stands on top of a mail whatever its text; null where nothing does. */
export function markerOf(name: TemplateName, language: Language): string | null {
  if (!TEMPLATES[name].isThreaded) return null;
  const body = translate(language, `mail:${name}.body`);
  return REPLY_MARKER_PATTERN.exec(body)?.[0] ?? null;
}
