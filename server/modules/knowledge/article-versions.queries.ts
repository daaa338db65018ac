import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Language } from '#shared/languages.ts';
import type { DraftFields } from './article-texts.queries.ts';

export interface VersionRow {
  id: number;
  title: string;
  technician_id: number | null;
  technician_name: string;
  published_at: Date | null;
  /** When the version that this one brought back was written. */
  restored_from_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export interface VersionContent extends VersionRow {
  html: string;
  image_ids: number[];
  attachment_ids: number[];
}

interface TextKey {
  articleId: number;
  language: Language;
}

const columns = sql`v.id, v.title, v.technician_id, v.technician_name, v.published_at,
  v.created_at, v.updated_at,
  (select earlier.updated_at from article_versions earlier
    where earlier.tenant_id = v.tenant_id and earlier.id = v.restored_from) as restored_from_at`;

/** The newest first; one row more than the page holds, see `cutPage`. */
export async function listVersionRows(
  tx: TenantTx,
  { articleId, language }: TextKey,
  { before, limit }: { before: number | null; limit: number },
): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select ${columns} from article_versions v
    where v.article_id = ${articleId} and v.language = ${language}
      ${before === null ? sql`` : sql`and v.id < ${before}`}
    order by v.id desc limit ${limit + 1}`.execute(tx);
  return rows;
}

export async function findVersion(
  tx: TenantTx,
  { articleId, language }: TextKey,
  id: number,
): Promise<VersionContent | undefined> {
  const { rows } = await sql<VersionContent>`
    select ${columns}, v.html, v.image_ids, v.attachment_ids from article_versions v
    where v.article_id = ${articleId} and v.language = ${language} and v.id = ${id}`.execute(tx);
  return rows[0];
}

export interface NewVersion extends TextKey {
  draft: Pick<DraftFields, 'title' | 'html' | 'imageIds' | 'attachmentIds'>;
  technicianId: number;
  technicianName: string;
  restoredFrom: number | null;
  now: Date;
  /** A version of the same person that is no older becomes this one. */
  mergeAfter: Date;
}

/**
 * Keeps what a text says now. Somebody who saves every minute makes one version of it, until it is
 * published or somebody else writes; what was brought back stands for itself.
 */
export async function keepVersion(tx: TenantTx, version: NewVersion): Promise<void> {
  const { articleId, language, draft, now, technicianId, technicianName, restoredFrom } = version;
  const content = {
    title: draft.title,
    html: draft.html,
    image_ids: [...draft.imageIds],
    attachment_ids: [...draft.attachmentIds],
    technician_name: technicianName,
    updated_at: now,
  };
  if (restoredFrom === null) {
    const { numUpdatedRows } = await tx
      .updateTable('article_versions')
      .set(content)
      .where('id', '=', (eb) =>
        eb
          .selectFrom('article_versions')
          .select(eb.fn.max<number>('id').as('id'))
          .where('article_id', '=', articleId)
          .where('language', '=', language),
      )
      .where('technician_id', '=', technicianId)
      .where('published_at', 'is', null)
      .where('restored_from', 'is', null)
      .where('created_at', '>', version.mergeAfter)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) return;
  }
  await tx
    .insertInto('article_versions')
    .values({
      ...content,
      article_id: articleId,
      language,
      technician_id: technicianId,
      restored_from: restoredFrom,
      created_at: now,
    })
    .execute();
}

/** The newest version is what readers get from now on. */
export async function markPublished(
  tx: TenantTx,
  { articleId, language }: TextKey,
  now: Date,
): Promise<void> {
  await sql`
    update article_versions set published_at = ${now}
    where id = (
      select max(id) from article_versions
      where article_id = ${articleId} and language = ${language})
      and published_at is null`.execute(tx);
}
