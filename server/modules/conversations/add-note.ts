import { getTicketByNumber } from '#modules/tickets/index.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { addMessage } from './add-message.ts';
import { deleteDraft } from './drafts.queries.ts';
import { readWrittenText } from './written-text.ts';

/** Writes something for technicians only. Nothing of it is mailed, shown or told to a contact. */
export async function addNote(
  tx: ConsoleTx,
  number: number,
  note: { html: string; attachmentIds?: number[] | undefined },
): Promise<{ id: number }> {
  const ticket = await getTicketByNumber(tx, number);
  const written = await readWrittenText(tx, note, { ticketId: ticket.id, kind: 'note' });
  const { technicianId, name, apiKeyId } = tx.actor;
  const message = await addMessage(tx, {
    ticketId: ticket.id,
    kind: 'note',
    ...written,
    technicianId,
    authorName: name,
    source: apiKeyId === null ? 'technician' : 'api',
  });
  await deleteDraft(tx, { ticketId: ticket.id, technicianId, kind: 'note' });
  return message;
}
