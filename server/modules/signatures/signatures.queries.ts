import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

export interface SignatureRow {
  html: string;
  image_ids: number[];
  updated_at: Date;
}

export async function findSignatureRow(
  tx: TenantTx,
  technicianId: number,
): Promise<SignatureRow | undefined> {
  return tx
    .selectFrom('signatures')
    .select(['html', 'image_ids', 'updated_at'])
    .where('technician_id', '=', technicianId)
    .executeTakeFirst();
}

export async function writeSignature(
  tx: TenantTx,
  technicianId: number,
  { html, imageIds, now }: { html: string; imageIds: number[]; now: Date },
): Promise<void> {
  const fields = { html, image_ids: imageIds, updated_at: now };
  await tx
    .insertInto('signatures')
    .values({ technician_id: technicianId, ...fields })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'technician_id']).doUpdateSet(fields))
    .execute();
}

export async function deleteSignature(tx: TenantTx, technicianId: number): Promise<void> {
  await tx.deleteFrom('signatures').where('technician_id', '=', technicianId).execute();
}

export interface NewSignatureImage {
  fileKey: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  widthPx: number;
  heightPx: number;
  sha256: Buffer;
}

export interface ImageRow {
  id: number;
  file_key: string;
  name: string;
  media_type: string;
  size_bytes: number;
  width_px: number;
  height_px: number;
}

const IMAGE_COLUMNS = [
  'id',
  'file_key',
  'name',
  'media_type',
  'size_bytes',
  'width_px',
  'height_px',
] as const;

/** The same picture once more is the one that is there: answers are told by its content. */
export async function insertImage(
  tx: TenantTx,
  technicianId: number,
  image: NewSignatureImage,
  now: Date,
): Promise<ImageRow> {
  return tx
    .insertInto('signature_images')
    .values({
      technician_id: technicianId,
      file_key: image.fileKey,
      name: image.name,
      media_type: image.mediaType,
      size_bytes: image.sizeBytes,
      width_px: image.widthPx,
      height_px: image.heightPx,
      sha256: image.sha256,
      used_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'sha256', 'technician_id']).doUpdateSet({ used_at: now }),
    )
    .returning(IMAGE_COLUMNS)
    .executeTakeFirstOrThrow();
}

export async function findOwnImages(
  tx: TenantTx,
  technicianId: number,
  ids: number[],
): Promise<ImageRow[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('signature_images')
    .select(IMAGE_COLUMNS)
    .where('technician_id', '=', technicianId)
    .where('id', 'in', ids)
    .execute();
}

/** Keeps them from being forgotten; the change also makes a clean-up that runs now look again. */
export async function touchImages(tx: TenantTx, ids: number[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('signature_images').set({ used_at: now }).where('id', 'in', ids).execute();
}

export interface SentSignature {
  html: string;
  text: string;
  imageIds: number[];
  contentHash: Buffer;
}

/** The id of a signature as it is sent now, kept once; `isNew` when it never went out like this. */
export async function keepSentSignature(
  tx: TenantTx,
  technicianId: number,
  { html, text, imageIds, contentHash }: SentSignature,
): Promise<{ id: number; isNew: boolean }> {
  const find = () =>
    tx
      .selectFrom('sent_signatures')
      .select('id')
      .where('technician_id', '=', technicianId)
      .where('content_hash', '=', contentHash)
      .executeTakeFirst();
  const known = await find();
  if (known) return { id: known.id, isNew: false };
  const added = await tx
    .insertInto('sent_signatures')
    .values({
      technician_id: technicianId,
      html,
      text,
      image_ids: imageIds,
      content_hash: contentHash,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'technician_id', 'content_hash']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  // Two replies at the same moment: the other's is there by now.
  const { id } = added ?? (await find())!;
  return { id, isNew: added !== undefined };
}

/** A picture of a signature under a public message of the ticket. */
export async function findImageOnTicket(
  tx: TenantTx,
  ticketId: number,
  id: number,
): Promise<ImageRow | undefined> {
  const { rows } = await sql<ImageRow>`
    select i.id, i.file_key, i.name, i.media_type, i.size_bytes, i.width_px, i.height_px
    from signature_images i
    where i.id = ${id} and exists (
      select from messages m
      join sent_signatures s on s.tenant_id = m.tenant_id and s.id = m.signature_id
      where m.ticket_id = ${ticketId} and m.kind = 'reply' and i.id = any (s.image_ids))`.execute(
    tx,
  );
  return rows[0];
}

/** Those of the contents, and of the ids, that are pictures which went out under a reply. */
export async function findSentImages(
  tx: TenantTx,
  { hashes, ids }: { hashes: Buffer[]; ids: number[] },
): Promise<{ id: number; sha256: Buffer }[]> {
  const { rows } = await sql<{ id: number; sha256: Buffer }>`
    select i.id, i.sha256 from signature_images i
    where (i.sha256 = any (${hashes}::bytea[]) or i.id = any (${ids}::bigint[]))
      and exists (
        select from sent_signatures s
        where s.technician_id = i.technician_id and i.id = any (s.image_ids))`.execute(tx);
  return rows;
}

/** Forgets pictures that are in no signature, never were in one that went out, and are no news. */
export async function deleteUnusedImages(tx: TenantTx, before: Date): Promise<string[]> {
  const { rows } = await sql<{ fileKey: string }>`
    delete from signature_images i
    where i.used_at < ${before}
      and not exists (
        select from signatures s
        where s.technician_id = i.technician_id and i.id = any (s.image_ids))
      and not exists (
        select from sent_signatures s
        where s.technician_id = i.technician_id and i.id = any (s.image_ids))
    returning i.file_key as "fileKey"`.execute(tx);
  return rows.map(({ fileKey }) => fileKey);
}
