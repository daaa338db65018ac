import { getTicketByNumber } from '#modules/tickets/index.ts';
import { clock } from '#platform/clock.ts';
import { cleanEditorHtml } from '#platform/html/clean-html.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { withImageUrls } from './attachment-links.rules.ts';
import { type DraftKind, deleteDraft, findDraft, writeDraft } from './drafts.queries.ts';
import { keepMentions } from './mentions.ts';

async function keyOf(tx: ConsoleTx, number: number, kind: DraftKind) {
  const { id } = await getTicketByNumber(tx, number);
  return { ticketId: id, technicianId: tx.actor.technicianId, kind };
}

/** What this technician has begun to write there; '' when nothing. */
export async function getDraft(tx: ConsoleTx, number: number, kind: DraftKind) {
  const draft = await findDraft(tx, await keyOf(tx, number, kind));
  return {
    html: draft ? withImageUrls(draft.html, 'console') : '',
    updatedAt: draft?.updated_at ?? null,
  };
}

/** Cleaned like what is sent: it comes back into the same editor. */
export async function keepDraft(tx: ConsoleTx, number: number, kind: DraftKind, html: string) {
  const clean = cleanEditorHtml(html, { mayMention: kind === 'note' });
  const kept = await keepMentions(tx, clean.html);
  await writeDraft(tx, await keyOf(tx, number, kind), kept.html, clock.now());
  return getDraft(tx, number, kind);
}

export async function dropDraft(tx: ConsoleTx, number: number, kind: DraftKind): Promise<void> {
  await deleteDraft(tx, await keyOf(tx, number, kind));
}
