import { addToTicketSearch, refreshTicketSearch } from '#modules/search/index.ts';
import { MINUTE_MS } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { htmlFromText, previewFromHtml } from '#platform/html/text-html.ts';
import type { TicketSource } from '#shared/tickets.ts';
import {
  appendHtml,
  insertAttachments,
  insertChanges,
  insertMessages,
  insertTickets,
} from './demo.queries.ts';
import { makeFile } from './files.ts';
import type { ImaginedMessage, ImaginedTicket } from './imagine-ticket.ts';

/** Writes the tickets with their conversations, files, history and search documents. */
export async function writeTickets(tx: TenantTx, tickets: ImaginedTicket[]): Promise<void> {
  const made = await insertTickets(tx, tickets.map(ticketRow));
  const idOf = (index: number) => made[index]?.id ?? 0;
  const messages = tickets.flatMap((ticket, index) =>
    ticket.messages.map((message) => ({ ticket, message, ticketId: idOf(index) })),
  );
  const messageIds = await insertMessages(
    tx,
    messages.map(({ ticket, message, ticketId }) => messageRow(ticket, message, ticketId)),
  );
  await insertChanges(
    tx,
    tickets.flatMap((ticket, index) => changeRows(ticket, idOf(index))),
  );
  for (const [index, { ticket, message }] of messages.entries())
    if (message.file) await writeFile(tx, ticket, message, messageIds[index] ?? 0);
  for (const { id } of made) await refreshTicketSearch(tx, id);
  for (const { ticketId, message } of messages)
    await addToTicketSearch(tx, ticketId, { text: message.text, isNote: message.kind === 'note' });
}

function ticketRow(ticket: ImaginedTicket) {
  const { cast, story, messages, createdAt, resolvedAt, closedAt } = ticket;
  const isPublic = ({ kind }: ImaginedMessage) => kind !== 'note';
  const lastPublic = messages.findLast(isPublic);
  const lastAt = closedAt ?? resolvedAt ?? messages.at(-1)?.at ?? createdAt;
  return {
    subject: ticket.subject,
    preview: previewFromHtml(htmlFromText(lastPublic?.text ?? '')),
    status: ticket.status,
    priority: story.priority,
    impact: story.impact,
    type: story.type,
    source: ticket.source,
    customer_id: cast.contact.customerId,
    contact_id: cast.contact.id,
    assignee_id: ticket.hasAssignee ? cast.technician.id : null,
    created_at: createdAt,
    updated_at: lastAt,
    public_updated_at: closedAt ?? resolvedAt ?? lastPublic?.at ?? createdAt,
    waiting_since: ticket.status === 'open' ? waitingSince(ticket) : null,
    first_replied_at: messages.find(({ kind }) => kind === 'reply')?.at ?? null,
    resolved_at: resolvedAt,
    closed_at: closedAt,
  };
}

/** When its contact wrote without having an answer yet; null: we wrote last. */
function waitingSince({ messages, createdAt }: ImaginedTicket): Date | null {
  const said = messages.filter(({ kind }) => kind !== 'note');
  const unanswered = said.slice(said.findLastIndex(({ kind }) => kind === 'reply') + 1);
  return said.length === 0 ? createdAt : (unanswered[0]?.at ?? null);
}

function messageRow({ cast, source }: ImaginedTicket, message: ImaginedMessage, ticketId: number) {
  const isContact = message.kind === 'contact';
  const author = isContact ? cast.contact : cast.technician;
  const way: TicketSource = !isContact ? 'technician' : source === 'portal' ? 'portal' : 'email';
  return {
    ticket_id: ticketId,
    kind: message.kind,
    technician_id: isContact ? null : cast.technician.id,
    contact_id: isContact ? cast.contact.id : null,
    author_name: author.name,
    author_email: author.email,
    html: htmlFromText(message.text),
    text: message.text,
    signature_id: message.kind === 'reply' ? cast.technician.signatureId : null,
    to_addresses: message.kind === 'reply' ? [cast.contact.email] : [],
    source: way,
    sender_verdict: way === 'email' ? ('pass' as const) : null,
    created_at: message.at,
  };
}

type Person = {
  actor_kind: 'technician' | 'contact' | 'system';
  actor_id: number | null;
  actor_name: string;
};
type Change = Person & { field: string; from: unknown; to: unknown; at: Date };

/** The history that such a ticket has: opened, taken by somebody, waiting, done. */
function changeRows(ticket: ImaginedTicket, ticketId: number) {
  const { cast, messages, createdAt, resolvedAt, closedAt } = ticket;
  const technician: Person = {
    actor_kind: 'technician',
    actor_id: cast.technician.id,
    actor_name: cast.technician.name,
  };
  const contact: Person = {
    actor_kind: 'contact',
    actor_id: cast.contact.id,
    actor_name: cast.contact.name,
  };
  const opener = ticket.source === 'technician' ? technician : contact;
  const changes: Change[] = [
    { ...opener, field: 'created', from: null, to: ticket.source, at: createdAt },
  ];
  const reply = messages.find(({ kind }) => kind === 'reply');
  const takenAt = reply ? new Date(reply.at.getTime() - MINUTE_MS) : createdAt;
  if (ticket.hasAssignee)
    changes.push({
      ...technician,
      field: 'assignee',
      from: null,
      to: { id: cast.technician.id, name: cast.technician.name },
      at: takenAt,
    });
  if (ticket.status === 'pending' && reply)
    changes.push({ ...technician, field: 'status', from: 'open', to: 'pending', at: reply.at });
  if (resolvedAt)
    changes.push({ ...technician, field: 'status', from: 'open', to: 'resolved', at: resolvedAt });
  if (closedAt)
    changes.push({ ...technician, field: 'status', from: 'resolved', to: 'closed', at: closedAt });
  return changes.map(({ from, to, at, ...change }) => ({
    ...change,
    ticket_id: ticketId,
    old_value: from === null ? null : JSON.stringify(from),
    new_value: to === null ? null : JSON.stringify(to),
    created_at: at,
  }));
}

/** Pictures stand in the text, as mail programs put them; everything else hangs on the message. */
async function writeFile(
  tx: TenantTx,
  { subject }: ImaginedTicket,
  { file: kind, at }: ImaginedMessage,
  messageId: number,
): Promise<void> {
  if (!kind) return;
  const file = await makeFile(kind, subject);
  const stored = await tx.platform.files.put(file.content);
  const isInline = kind === 'screenshot';
  const [id] = await insertAttachments(tx, [
    {
      message_id: messageId,
      file_key: stored.key,
      name: file.name,
      media_type: file.mediaType,
      size_bytes: stored.sizeBytes,
      sha256: stored.sha256,
      is_inline: isInline,
      created_at: at,
    },
  ]);
  if (isInline) await appendHtml(tx, messageId, `<p><img src="attachment:${id}" alt="" /></p>`);
}
