import { z } from 'zod';
import { queueMail } from '#modules/outbox/index.ts';
import { freezeSignature, showSignature } from '#modules/signatures/index.ts';
import { getTechnician } from '#modules/technicians/index.ts';
import {
  formsOf,
  readTemplate,
  renderText,
  TextForms,
  type WrittenTemplate,
} from '#modules/templates/index.ts';
import { HOUR_MS } from '#platform/clock.ts';
import { countUse } from '#platform/db/rate-limit.ts';
import { invalid, tooMany } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { translate } from '#platform/i18n/translate.ts';
import type { Language } from '#shared/languages.ts';
import type { TemplateName } from '#shared/templates.ts';
import { exampleValues, type PreviewFor } from './example-values.ts';

export const PreviewView = TextForms.extend({
  /** The text as it would be kept, rich and plain, placeholders and all. */
  forms: TextForms,
  /** Why it cannot be kept yet. */
  problems: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
});
type PreviewView = z.infer<typeof PreviewView>;

interface Place {
  name: TemplateName;
  language: Language;
}

/** The mail that a text would make, by what makes it when it is sent; the asking one signs. */
export async function previewTemplate(
  tx: ConsoleTx,
  place: Place,
  written: WrittenTemplate,
  wanted: PreviewFor,
): Promise<PreviewView> {
  const { text, problems } = readTemplate(place.name, written);
  const me = await getTechnician(tx, tx.actor.technicianId);
  const values = await exampleValues(tx, place, wanted);
  const mail = await renderText(
    tx,
    { ...place, text },
    { ...values, Signature: await showSignature(tx, me) },
  );
  return {
    ...mail,
    forms: formsOf(text),
    problems: problems.map(({ field, code, params }) => ({
      field,
      code,
      message: translate(tx.actor.language, `errors:field.${code}`, params),
    })),
  };
}

const TESTS_PER_HOUR = 30;

/**
 * Sends the mail that a text would make to who asks for it, and to nobody else. Throws 400 for a
 * text that could not be kept, 429 for too many.
 */
export async function sendTest(
  tx: ConsoleTx,
  place: Place,
  written: WrittenTemplate,
  wanted: PreviewFor,
): Promise<{ to: string }> {
  const { text, problems } = readTemplate(place.name, written);
  if (problems.length > 0) throw invalid(...problems);
  const me = await getTechnician(tx, tx.actor.technicianId);
  const bucket = `template-test:${tx.tenantId}:${me.id}`;
  const { used, resetsInSeconds } = await countUse(tx, bucket, HOUR_MS / 1000);
  if (used > TESTS_PER_HOUR) throw tooMany(resetsInSeconds);
  const signature = await freezeSignature(tx, me);
  const values = await exampleValues(tx, place, wanted);
  const mail = await renderText(tx, { ...place, text }, { ...values, Signature: signature.value });
  await queueMail(tx, {
    ...mail,
    // An answer to it is nobody's word on the ticket that it names.
    kind: 'notice',
    subject: translate(place.language, 'mail:example.test', { subject: mail.subject }),
    to: [me.email],
    technicianId: me.id,
    signatureId: signature.id,
    isAutomatic: true,
  });
  return { to: me.email };
}
