import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue } from '#platform/jobs/job.ts';
import { refreshSearch } from './search.jobs.ts';
import { appendWords, insertDocument, writeHeads } from './search.queries.ts';

/** Makes a new ticket findable, by what is said first as well. */
export async function beginTicketSearch(
  tx: TenantTx,
  ticketId: number,
  said: string,
): Promise<void> {
  await insertDocument(tx, ticketId, said);
}

/** The ticket's subject, contact or customer is another one: brings its document in step. */
export async function refreshTicketSearch(tx: TenantTx, ticketId: number): Promise<void> {
  await writeHeads(tx, [ticketId]);
}

/** Makes a ticket findable by what a message says. */
export async function addToTicketSearch(
  tx: TenantTx,
  ticketId: number,
  message: { text: string; isNote: boolean },
): Promise<void> {
  await appendWords(tx, ticketId, message.text, message.isNote);
}

/** Somebody's name changed: a job follows it into the documents of all the tickets. */
export async function queueSearchRefresh(
  tx: TenantTx,
  whose: { contactId: number } | { customerId: number },
): Promise<void> {
  await enqueue(tx, refreshSearch, whose);
}
