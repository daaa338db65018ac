import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Language } from '#shared/languages.ts';

export interface TextRow {
  article_id: number;
  language: Language;
  draft_title: string;
  draft_html: string;
  draft_words: string;
  draft_image_ids: number[];
  draft_attachment_ids: number[];
  published_at: Date | null;
  first_published_at: Date | null;
  title: string | null;
  html: string | null;
  attachment_ids: number[];
  has_changes: boolean;
  technician_name: string | null;
  version: number;
  updated_at: Date;
}

/** In the order in which they were begun. */
export async function listTextRows(
  tx: TenantTx,
  articleId: number,
  language?: Language,
): Promise<TextRow[]> {
  const { rows } = await sql<TextRow>`
    select x.article_id, x.language, x.draft_title, x.draft_html, x.draft_words, x.draft_image_ids,
      x.draft_attachment_ids, x.published_at, x.first_published_at, x.title, x.html,
      x.attachment_ids, x.has_changes, x.version, x.updated_at,
      nullif(concat_ws(' ', w.first_name, w.last_name), '') as technician_name
    from article_texts x
    left join technicians w on w.tenant_id = x.tenant_id and w.id = x.technician_id
    where x.article_id = ${articleId}
      ${language === undefined ? sql`` : sql`and x.language = ${language}`}
    order by x.created_at, x.language`.execute(tx);
  return rows;
}

export const findTextRow = async (
  tx: TenantTx,
  articleId: number,
  language: Language,
): Promise<TextRow | undefined> => (await listTextRows(tx, articleId, language))[0];

export interface DraftFields {
  title: string;
  html: string;
  words: string;
  imageIds: readonly number[];
  attachmentIds: readonly number[];
}

const draftColumns = (draft: DraftFields) => ({
  draft_title: draft.title,
  draft_html: draft.html,
  draft_words: draft.words,
  draft_image_ids: [...draft.imageIds],
  draft_attachment_ids: [...draft.attachmentIds],
});

/** False when there is a text in this language already. */
export async function insertText(
  tx: TenantTx,
  key: { articleId: number; language: Language },
  draft: DraftFields,
  by: { technicianId: number; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('article_texts')
    .values({
      article_id: key.articleId,
      language: key.language,
      ...draftColumns(draft),
      technician_id: by.technicianId,
      created_at: by.now,
      updated_at: by.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

interface TextKey {
  articleId: number;
  language: Language;
  version: number;
}

/** A text of this version, to be changed; every change makes another version. */
const versioned = (tx: TenantTx, { articleId, language, version }: TextKey) =>
  tx
    .updateTable('article_texts')
    .set({ version: version + 1 })
    .where('article_id', '=', articleId)
    .where('language', '=', language)
    .where('version', '=', version);

/** These four: false when the text is not there or has another version by now. */
export async function updateDraft(
  tx: TenantTx,
  key: TextKey,
  draft: DraftFields,
  by: { technicianId: number; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await versioned(tx, key)
    .set({
      ...draftColumns(draft),
      has_changes: sql<boolean>`published_at is null
        or (title, html, attachment_ids) is distinct from
          (${draft.title}, ${draft.html}, ${[...draft.attachmentIds]}::bigint[])`,
      technician_id: by.technicianId,
      updated_at: by.now,
    })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Readers get the draft from now on. */
export async function publishDraft(tx: TenantTx, key: TextKey, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await versioned(tx, key)
    .set((eb) => ({
      title: eb.ref('draft_title'),
      html: eb.ref('draft_html'),
      words: eb.ref('draft_words'),
      image_ids: eb.ref('draft_image_ids'),
      attachment_ids: eb.ref('draft_attachment_ids'),
      published_at: now,
      first_published_at: sql<Date>`coalesce(first_published_at, ${now})`,
      has_changes: false,
      updated_at: now,
    }))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Readers do not get it any more; the draft stays as it is. */
export async function unpublishText(tx: TenantTx, key: TextKey, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await versioned(tx, key)
    .set({
      published_at: null,
      title: null,
      html: null,
      words: null,
      image_ids: [],
      attachment_ids: [],
      has_changes: true,
      updated_at: now,
    })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The draft says again what readers get. */
export async function dropDraftChanges(tx: TenantTx, key: TextKey, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await versioned(tx, key)
    .set({
      draft_title: sql<string>`title`,
      draft_html: sql<string>`html`,
      draft_words: sql<string>`words`,
      draft_image_ids: sql<number[]>`image_ids`,
      draft_attachment_ids: sql<number[]>`attachment_ids`,
      has_changes: false,
      updated_at: now,
    })
    .where('published_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteText(
  tx: TenantTx,
  articleId: number,
  language: Language,
): Promise<void> {
  await tx
    .deleteFrom('article_texts')
    .where('article_id', '=', articleId)
    .where('language', '=', language)
    .execute();
}
