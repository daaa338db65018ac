import { openSentImage } from '#modules/signatures/index.ts';
import { getTicketByNumber } from '#modules/tickets/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound } from '#platform/errors.ts';
import { fileAnswer } from '#platform/http/file-answer.ts';
import type { RawAnswer, Upload } from '#platform/http/route.ts';
import { type Audience, attachmentUrl } from './attachment-links.rules.ts';
import {
  findReadableAttachment,
  insertAttachments,
  type NewAttachment,
} from './attachments.queries.ts';

/**
 * Stores what is known about files of a mail. They belong to the message that names them next; the
 * ids, in the order of the files, are needed for its HTML.
 */
export async function addAttachments(tx: TenantTx, files: NewAttachment[]): Promise<number[]> {
  return insertAttachments(tx, files, {});
}

/** A file that somebody picked while writing: his alone until the message is sent. */
export async function keepUpload(tx: TenantTx, upload: Upload | null, audience: Audience) {
  if (!upload) throw new Error('the route takes no upload');
  const { actor } = tx;
  const [id] = await insertAttachments(
    tx,
    [{ ...upload, fileKey: upload.key, contentId: null, isInline: false }],
    actor.kind === 'technician'
      ? { technicianId: actor.technicianId }
      : actor.kind === 'contact'
        ? { contactId: actor.contactId }
        : {},
  );
  const { name, mediaType, sizeBytes } = upload;
  return { id, name, mediaType, sizeBytes, isInline: false, url: attachmentUrl(audience, id!) };
}

/** The file itself. Throws 404 when there is none that the actor may read. */
export async function openAttachment(tx: TenantTx, id: number): Promise<RawAnswer> {
  const row = await findReadableAttachment(tx, id);
  if (!row) throw notFound();
  return fileAnswer(tx.platform.files, {
    key: row.file_key,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
  });
}

/** A picture of a signature under one of the ticket's messages. Throws 404 for any other. */
export async function openSignatureImage(
  tx: TenantTx,
  number: number,
  id: number,
): Promise<RawAnswer> {
  const ticket = await getTicketByNumber(tx, number);
  return openSentImage(tx, ticket.id, id);
}
