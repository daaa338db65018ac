import { getTenant } from '#modules/tenants/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { translate } from '#platform/i18n/translate.ts';
import type { Language } from '#shared/languages.ts';
import type { TemplateName } from '#shared/templates.ts';
import type { PlaceholderValues, TemplateValues } from './template-values.ts';
import { expandTemplate, type RenderedMail } from './templates.rules.ts';

/** The mail that a template makes in a language; the tenant's own placeholders are filled here. */
export async function renderTemplate<N extends TemplateName>(
  tx: TenantTx,
  name: N,
  language: Language,
  values: TemplateValues<N>,
): Promise<RenderedMail> {
  const { companyName, portalAddress } = await getTenant(tx);
  const text = {
    subject: translate(language, `mail:${name}.subject`),
    body: translate(language, `mail:${name}.body`),
  };
  const all: PlaceholderValues = {
    ...values,
    'Company Name': companyName,
    'Portal Address': portalAddress,
  };
  return expandTemplate(text, all, language);
}
