import { createHash } from 'node:crypto';
import { createThreadTokens } from '#modules/outbox/index.ts';
import { findSentSignatureImages } from '#modules/signatures/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Platform } from '#platform/platform.ts';
import type { ExaminedMail } from './examine-mail.ts';

interface Candidate {
  index: number;
  sha256: Buffer;
  /** Of the picture that the Content-ID names, where it is one of ours. */
  imageId: number | null;
  isInHistory: boolean;
}

/**
 * Which attachments (by their index) are pictures of our own signatures, come back with the history
 * that an answer quotes. Told by their content; by our signed Content-ID too, for programs that
 * pack pictures anew, but then only within the history: what somebody shows in his own text is news.
 * Files that are attached, not shown, are left alone whatever they hold.
 */
export async function findReturnedPictures(
  platform: Platform,
  tenantId: number,
  { mail, body }: ExaminedMail,
  inTenant: <T>(work: (tx: TenantTx) => Promise<T>) => Promise<T>,
): Promise<ReadonlySet<number>> {
  const tokens = createThreadTokens(platform.secrets);
  const candidates = mail.attachments.flatMap((attachment, index): Candidate[] => {
    const isShown = attachment.isInline || attachment.isEmbedded;
    if (!isShown || !attachment.mediaType.startsWith('image/')) return [];
    const sha256 = createHash('sha256').update(attachment.content).digest();
    const imageId = tokens.readSignatureImageId(attachment.contentId ?? '', tenantId);
    const isInHistory = !body.html.includes(` src="attachment:${index}"`);
    return [{ index, sha256, imageId, isInHistory }];
  });
  if (candidates.length === 0) return new Set();
  const sent = await inTenant((tx) =>
    findSentSignatureImages(tx, {
      hashes: candidates.map(({ sha256 }) => sha256),
      ids: candidates.flatMap(({ imageId }) => imageId ?? []),
    }),
  );
  const returned = candidates.filter(
    ({ sha256, imageId, isInHistory }) =>
      sent.hasContent(sha256) || (isInHistory && imageId !== null && sent.hasId(imageId)),
  );
  return new Set(returned.map(({ index }) => index));
}
