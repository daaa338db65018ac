import { recordAudit } from '#modules/audit/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { conflict, invalid, refused } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { LANGUAGES, type Language } from '#shared/languages.ts';
import { OPTIONAL_TEMPLATES, TEMPLATE_NAMES, type TemplateName } from '#shared/templates.ts';
import { originalText } from './original-texts.ts';
import { isSameText, readTemplate, type WrittenTemplate } from './read-template.rules.ts';
import type { TemplateText } from './template-values.ts';
import {
  listOwnTexts,
  listSwitchedOff,
  switchOff,
  switchOn,
  writeOwnText,
} from './templates.queries.ts';
import {
  type TemplateListView,
  type TemplateView,
  templateRow,
  textView,
} from './templates.views.ts';

interface Place {
  name: TemplateName;
  language: Language;
}

/** Every mail that Portico sends, and what the company has changed of it. */
export async function listTemplates(tx: TenantTx): Promise<TemplateListView> {
  const rows = await listOwnTexts(tx);
  const switchedOff = await listSwitchedOff(tx);
  return { items: TEMPLATE_NAMES.map((name) => templateRow(name, rows, switchedOff)) };
}

/** One mail in all its languages. */
export async function getTemplate(tx: TenantTx, name: TemplateName): Promise<TemplateView> {
  const rows = await listOwnTexts(tx, name);
  return {
    ...templateRow(name, rows, await listSwitchedOff(tx)),
    texts: LANGUAGES.map((language) =>
      textView(
        { name, language },
        rows.find((row) => row.language === language),
      ),
    ),
  };
}

/**
 * Keeps a company's own text from now on; what was sent stays as it was. One that says what the
 * original says is none. Throws 400 with what is wrong with it, 409 with the template as it is
 * when `version` is not the text's version any more.
 */
export async function saveText(
  tx: ConsoleTx,
  place: Place,
  version: number,
  written: WrittenTemplate,
): Promise<TemplateView> {
  const { text, problems } = readTemplate(place.name, written);
  if (problems.length > 0) throw invalid(...problems);
  const isOriginal = isSameText(text, originalText(place.name, place.language));
  return write(tx, place, version, isOriginal ? null : text);
}

/** Back to the original; 409 as above. */
export const resetText = (tx: ConsoleTx, place: Place, version: number): Promise<TemplateView> =>
  write(tx, place, version, null);

async function write(
  tx: ConsoleTx,
  place: Place,
  version: number,
  text: TemplateText | null,
): Promise<TemplateView> {
  const by = { now: clock.now(), technicianId: tx.actor.technicianId };
  const isWritten = await writeOwnText(tx, place, version, text, by);
  if (!isWritten) throw conflict(await getTemplate(tx, place.name));
  await recordAudit(tx, {
    action: text === null ? 'template.reset' : 'template.changed',
    subjectKind: 'template',
    subjectName: place.name,
    details: { language: place.language, ...(text !== null && { subject: text.subject }) },
  });
  await publish(tx, { kind: 'settings', ids: {} });
  return getTemplate(tx, place.name);
}

/** Whether a mail goes out at all. Throws 409 for those that have to. */
export async function switchTemplate(
  tx: TenantTx,
  name: TemplateName,
  isOn: boolean,
): Promise<void> {
  if (!OPTIONAL_TEMPLATES.some((optional) => optional === name))
    throw refused('templateNotOptional');
  await (isOn ? switchOn(tx, name) : switchOff(tx, name));
  await recordAudit(tx, {
    action: isOn ? 'template.switchedOn' : 'template.switchedOff',
    subjectKind: 'template',
    subjectName: name,
  });
  await publish(tx, { kind: 'settings', ids: {} });
}

/** Whether the company has a mail sent that it may do without. */
export async function isSwitchedOn(tx: TenantTx, name: TemplateName): Promise<boolean> {
  return !(await listSwitchedOff(tx)).has(name);
}
