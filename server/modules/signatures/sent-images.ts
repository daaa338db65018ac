import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound } from '#platform/errors.ts';
import { fileAnswer } from '#platform/http/file-answer.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import { findImageOnTicket, findSentImages } from './signatures.queries.ts';

/**
 * A picture of a signature under a message of the ticket, which the caller has made sure that the
 * reader may see. Throws 404 when no public message of it shows the picture.
 */
export async function openSentImage(
  tx: TenantTx,
  ticketId: number,
  id: number,
): Promise<RawAnswer> {
  const row = await findImageOnTicket(tx, ticketId, id);
  if (!row) throw notFound();
  return fileAnswer(tx.platform.files, {
    key: row.file_key,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
  });
}

/** Pictures that went out in signatures, by what comes back of them. */
export interface SentImages {
  hasContent(sha256: Buffer): boolean;
  hasId(id: number): boolean;
}

export async function findSentSignatureImages(
  tx: TenantTx,
  wanted: { hashes: Buffer[]; ids: number[] },
): Promise<SentImages> {
  const rows = await findSentImages(tx, wanted);
  const contents = new Set(rows.map(({ sha256 }) => sha256.toString('hex')));
  const ids = new Set(rows.map(({ id }) => id));
  return {
    hasContent: (sha256) => contents.has(sha256.toString('hex')),
    hasId: (id) => ids.has(id),
  };
}
