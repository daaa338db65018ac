import { createThreadTokens, mailboxOfReplyAddress } from '#modules/outbox/index.ts';
import { normaliseAddress, withoutPlusTag } from '#platform/mail/mail-address.ts';
import type { Platform } from '#platform/platform.ts';

export interface Recipient {
  tenantId: number;
  /** Normalised, as the client wrote it: a reply address keeps its token. */
  address: string;
}

/**
 * Whose address this is: a tenant's mailbox, one with a plus tag, or a reply address that we
 * signed for that tenant. Null for everything else: we are nobody's relay.
 */
export async function resolveRecipient(
  platform: Platform,
  given: string,
): Promise<Recipient | null> {
  const address = normaliseAddress(given);
  if (address === null) return null;
  const { lookups } = platform.db;
  const exact = await lookups.mailAddress(address);
  if (exact) return { tenantId: exact.tenantId, address };

  const mailbox = mailboxOfReplyAddress(address);
  const known = await lookups.mailAddress(mailbox ?? withoutPlusTag(address));
  if (!known) return null;
  const isSigned =
    mailbox === null ||
    createThreadTokens(platform.secrets).readReplyAddress(address, known.tenantId) !== null;
  return isSigned ? { tenantId: known.tenantId, address } : null;
}
