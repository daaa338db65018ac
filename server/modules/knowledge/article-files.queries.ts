import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { type ArticleReader, readableArticles } from './visible-articles.queries.ts';

export interface ArticleFileRow {
  id: number;
  file_key: string;
  name: string;
  media_type: string;
  size_bytes: number;
  width_px: number | null;
  height_px: number | null;
}

const COLUMNS = [
  'id',
  'file_key',
  'name',
  'media_type',
  'size_bytes',
  'width_px',
  'height_px',
] as const;

export interface NewArticleFile {
  technicianId: number | null;
  fileKey: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  widthPx: number | null;
  heightPx: number | null;
  sha256: Buffer;
}

export async function insertArticleFile(
  tx: TenantTx,
  file: NewArticleFile,
  now: Date,
): Promise<ArticleFileRow> {
  return tx
    .insertInto('article_files')
    .values({
      technician_id: file.technicianId,
      file_key: file.fileKey,
      name: file.name,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      width_px: file.widthPx,
      height_px: file.heightPx,
      sha256: file.sha256,
      used_at: now,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

/** Those of the ids that there are, in the order of the ids. */
export async function findArticleFiles(
  tx: TenantTx,
  ids: readonly number[],
): Promise<ArticleFileRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('article_files')
    .select(COLUMNS)
    .where('id', 'in', [...ids])
    .execute();
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/**
 * A file that the reader may have: on a text that is published and his to read. Whoever writes
 * articles may have all of them.
 */
export async function findReadableFile(
  tx: TenantTx,
  reader: ArticleReader,
  id: number,
): Promise<ArticleFileRow | undefined> {
  const isWriter = reader.kind === 'technician' && reader.permissions.has('knowledge.manage');
  const { rows } = await sql<ArticleFileRow>`
    select f.id, f.file_key, f.name, f.media_type, f.size_bytes, f.width_px, f.height_px
    from article_files f
    where f.id = ${id} and (${isWriter} or exists (
      select from articles a
      join article_texts x on x.tenant_id = a.tenant_id and x.article_id = a.id
      where x.published_at is not null and ${readableArticles(reader)}
        and (f.id = any (x.image_ids) or f.id = any (x.attachment_ids))))`.execute(tx);
  return rows[0];
}

/** Keeps them from being forgotten; the change also makes a clean-up that runs now look again. */
export async function touchArticleFiles(
  tx: TenantTx,
  ids: readonly number[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('article_files')
    .set({ used_at: now })
    .where('id', 'in', [...ids])
    .execute();
}

/** Forgets files that are in no text and no version, and are no news; returns their keys. */
export async function deleteUnusedFiles(tx: TenantTx, before: Date): Promise<string[]> {
  const { rows } = await sql<{ fileKey: string }>`
    delete from article_files f
    where f.used_at < ${before}
      and not exists (
        select from article_texts x
        where f.id = any (x.draft_image_ids || x.draft_attachment_ids
          || x.image_ids || x.attachment_ids))
      and not exists (
        select from article_versions v where f.id = any (v.image_ids || v.attachment_ids))
    returning f.file_key as "fileKey"`.execute(tx);
  return rows.map(({ fileKey }) => fileKey);
}
