import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Language } from '#shared/languages.ts';
import type { TemplateName } from '#shared/templates.ts';
import type { TemplateText } from './template-values.ts';

/** Null when the company has written none, or has gone back to the original. */
export async function findOwnText(
  tx: TenantTx,
  name: TemplateName,
  language: Language,
): Promise<TemplateText | null> {
  const row = await tx
    .selectFrom('mail_templates')
    .select(['subject', 'html', 'text'])
    .where('name', '=', name)
    .where('language', '=', language)
    .executeTakeFirst();
  if (!row || row.subject === null || row.text === null) return null;
  return { subject: row.subject, html: row.html, text: row.text };
}

export interface OwnTextRow {
  name: string;
  language: Language;
  subject: string | null;
  html: string | null;
  text: string | null;
  version: number;
  updated_at: Date;
  updated_by_name: string | null;
}

/** All that were ever written, of one template or of all; those that were reset have no subject. */
export async function listOwnTexts(tx: TenantTx, name?: TemplateName): Promise<OwnTextRow[]> {
  const { rows } = await sql<OwnTextRow>`
    select t.name, t.language, t.subject, t.html, t.text, t.version, t.updated_at,
      nullif(trim(concat_ws(' ', p.first_name, p.last_name)), '') as updated_by_name
    from mail_templates t
    left join technicians p on p.tenant_id = t.tenant_id and p.id = t.updated_by
    where ${name ?? null}::text is null or t.name = ${name ?? null}`.execute(tx);
  return rows;
}

/**
 * Writes a text, or null for the original again. False when there is another version by now;
 * version 0 means that nobody has written one yet.
 */
export async function writeOwnText(
  tx: TenantTx,
  where: { name: TemplateName; language: Language },
  version: number,
  text: TemplateText | null,
  { now, technicianId }: { now: Date; technicianId: number },
): Promise<boolean> {
  const fields = {
    subject: text?.subject ?? null,
    html: text?.html ?? null,
    text: text?.text ?? null,
    version: version + 1,
    updated_at: now,
    updated_by: technicianId,
  };
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('mail_templates')
      .values({ ...where, ...fields })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'name', 'language']).doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('mail_templates')
    .set(fields)
    .where('name', '=', where.name)
    .where('language', '=', where.language)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function listSwitchedOff(tx: TenantTx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('switched_off_mails').select('name').execute();
  return new Set(rows.map(({ name }) => name));
}

export async function switchOff(tx: TenantTx, name: TemplateName): Promise<void> {
  await tx
    .insertInto('switched_off_mails')
    .values({ name })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doNothing())
    .execute();
}

export async function switchOn(tx: TenantTx, name: TemplateName): Promise<void> {
  await tx.deleteFrom('switched_off_mails').where('name', '=', name).execute();
}
