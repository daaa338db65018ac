import { getTenant } from '#modules/tenants/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Language } from '#shared/languages.ts';
import { REPLY_MARKER_PATTERN, TEMPLATES, type TemplateName } from '#shared/templates.ts';
import { markerOf, originalText } from './original-texts.ts';
import { expandRich } from './rich-template.rules.ts';
import type { PlaceholderValues, TemplateText, TemplateValues } from './template-values.ts';
import { findOwnText } from './templates.queries.ts';
import { expandTemplate, type RenderedMail } from './templates.rules.ts';

/**
 * The mail that a template makes in a language: of the company's own text in this language, or
 * else of the original. A text in another language, be it the company's own, is no stand-in: who
 * reads French is served better by our French words. The tenant's own placeholders are filled here.
 */
export async function renderTemplate<N extends TemplateName>(
  tx: TenantTx,
  name: N,
  language: Language,
  values: TemplateValues<N>,
): Promise<RenderedMail> {
  const text = (await findOwnText(tx, name, language)) ?? originalText(name, language);
  return renderText(tx, { name, language, text }, values);
}

/** The same of a text that nobody has saved yet; values that it does not get are left out. */
export async function renderText(
  tx: TenantTx,
  { name, language, text }: { name: TemplateName; language: Language; text: TemplateText },
  values: PlaceholderValues,
): Promise<RenderedMail> {
  const { companyName, portalAddress } = await getTenant(tx);
  const all: PlaceholderValues = {
    ...values,
    'Company Name': companyName,
    'Portal Address': portalAddress,
  };
  const own = markerOf(name, language);
  const marker = own !== null && REPLY_MARKER_PATTERN.test(text.text) ? null : own;
  const subject = TEMPLATES[name].isThreaded ? withNumber(text.subject, all) : text.subject;
  if (text.html !== null) return expandRich({ subject, html: text.html }, all, language, marker);
  const body = marker === null ? text.text : `${marker}\n\n${text.text}`;
  return expandTemplate({ subject, body }, all, language);
}

/** By `[#42]` an answer finds its ticket when all other marks of it were lost on the way. */
function withNumber(subject: string, values: PlaceholderValues): string {
  const written = '[#{[Ticket Number]}]';
  if (subject.includes(written) || subject.includes(`[#${values['Ticket Number']}]`))
    return subject;
  return `${written} ${subject}`;
}
