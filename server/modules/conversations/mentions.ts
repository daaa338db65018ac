import {
  fullNameOf,
  listTechnicians,
  listTicketReaders,
  pictureUrl,
} from '#modules/technicians/index.ts';
import { getTicketByNumber } from '#modules/tickets/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { mentionsIn, settleMentions } from './mentions.rules.ts';

/** Clean HTML of a note with the mentions of the company's technicians, and of nobody else. */
export async function keepMentions(
  tx: TenantTx,
  html: string,
): Promise<{ html: string; mentionedIds: number[] }> {
  if (mentionsIn(html).length === 0) return { html, mentionedIds: [] };
  const technicians = await listTechnicians(tx);
  const names = new Map(technicians.map((technician) => [technician.id, fullNameOf(technician)]));
  const settled = settleMentions(html, names);
  return { html: settled, mentionedIds: mentionsIn(settled) };
}

/** Whom a note on the ticket can mention: his colleagues who may see it. */
export async function listMentionable(tx: ConsoleTx, number: number) {
  const { customerId } = await getTicketByNumber(tx, number);
  const readers = await listTicketReaders(tx, customerId);
  return readers
    .filter(({ id }) => id !== tx.actor.technicianId)
    .map((technician) => ({
      id: technician.id,
      name: fullNameOf(technician),
      pictureUrl: pictureUrl(technician.pictureKey, 'console'),
    }));
}
