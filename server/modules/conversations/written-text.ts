import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { invalid } from '#platform/errors.ts';
import { cleanEditorHtml } from '#platform/html/clean-html.ts';
import { wordsFromHtml } from '#platform/html/text-html.ts';
import type { MessageKind } from '#shared/tickets.ts';
import { keepImages, mayQuoteFrom } from './attachment-links.rules.ts';
import { findOnTicket, findPending } from './attachments.queries.ts';
import { keepMentions } from './mentions.ts';

export interface WrittenText {
  html: string;
  text: string;
  /** All files that go with the message. */
  attachmentIds: number[];
  /** Those that it shows within the text. */
  inlineIds: number[];
  /** Technicians whom a note mentions; nobody is mentioned anywhere else. */
  mentionedIds: number[];
}

/**
 * What somebody wrote in our editor (or sent to the API), cleaned. Pictures in the text are files
 * that the writer has just uploaded, which then go with the message, or that the ticket has; any
 * other is left out. Throws 400 for nothing at all, and for files that are not his to send.
 * @param ticketId null for a ticket that is only being opened
 */
export async function readWrittenText(
  tx: TenantTx,
  written: { html: string; attachmentIds?: number[] | undefined },
  { ticketId, kind }: { ticketId: number | null; kind: MessageKind },
): Promise<WrittenText> {
  const clean = cleanEditorHtml(written.html, { mayMention: kind === 'note' });
  const named = new Set(written.attachmentIds ?? []);
  const pending = new Set(await findPending(tx, [...named.union(new Set(clean.attachmentIds))]));
  if (!named.isSubsetOf(pending)) {
    throw invalid({ field: 'attachmentIds', code: 'unknownAttachment' });
  }
  const others = clean.attachmentIds.filter((id) => !pending.has(id));
  const present =
    ticketId === null ? [] : await findOnTicket(tx, ticketId, others, mayQuoteFrom(kind));
  const inlineIds = clean.attachmentIds.filter((id) => pending.has(id));
  const { html, mentionedIds } = await keepMentions(
    tx,
    keepImages(clean.html, new Set([...inlineIds, ...present])),
  );
  const text = wordsFromHtml(html);
  const attachmentIds = [...named.union(new Set(inlineIds))];
  if (text === '' && attachmentIds.length === 0) throw invalid({ field: 'html', code: 'required' });
  return { html, text, attachmentIds, inlineIds, mentionedIds };
}
