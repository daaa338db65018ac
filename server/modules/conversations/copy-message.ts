import { getTicketByNumber } from '#modules/tickets/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound } from '#platform/errors.ts';
import { replaceImages } from './attachment-links.rules.ts';
import { findReadableAttachment } from './attachments.queries.ts';
import { findMessageHtml } from './messages.queries.ts';

export interface CopiedImage {
  fileKey: string;
  name: string;
  mediaType: string;
}

/** A mail can show more; an article that does is none. */
const IMAGES_MAX = 30;

/**
 * What a message says, without what it quotes and what is signed under it, for use elsewhere. Throws
 * 404 when the ticket, or the message on it, is not there for the actor.
 * @param copyImage stores a picture of it where it is needed; returns the `src` that it has there
 */
export async function copyMessage(
  tx: TenantTx,
  { number, messageId }: { number: number; messageId: number },
  copyImage: (image: CopiedImage) => Promise<string>,
): Promise<string> {
  const ticket = await getTicketByNumber(tx, number);
  const html = await findMessageHtml(tx, ticket.id, messageId);
  if (html === undefined) throw notFound();
  const copies = new Map<number, string>();
  for (const id of replaceImages(html, new Map()).ids.slice(0, IMAGES_MAX)) {
    const row = await findReadableAttachment(tx, id);
    if (!row) continue;
    const image = { fileKey: row.file_key, name: row.name, mediaType: row.media_type };
    copies.set(id, await copyImage(image));
  }
  return replaceImages(html, copies).html;
}
