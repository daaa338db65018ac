import { sql } from 'kysely';
import { visibleTickets } from '#modules/tickets/index.ts';
import type { Actor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { MessageKind } from '#shared/tickets.ts';

export interface NewAttachment {
  fileKey: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: Buffer;
  contentId: string | null;
  isInline: boolean;
}

export interface AttachmentRow {
  id: number;
  file_key: string;
  name: string;
  media_type: string;
  size_bytes: number;
}

/** Belongs to nobody's message yet; the ids come in the order of the files. */
export async function insertAttachments(
  tx: TenantTx,
  files: NewAttachment[],
  uploader: { technicianId?: number; contactId?: number },
): Promise<number[]> {
  if (files.length === 0) return [];
  const rows = await tx
    .insertInto('attachments')
    .values(
      files.map((file) => ({
        file_key: file.fileKey,
        name: file.name,
        media_type: file.mediaType,
        size_bytes: file.sizeBytes,
        sha256: file.sha256,
        content_id: file.contentId,
        is_inline: file.isInline,
        uploaded_by_technician_id: uploader.technicianId ?? null,
        uploaded_by_contact_id: uploader.contactId ?? null,
      })),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Pending files are their uploader's alone; those that the mailroom stored are nobody's. */
function isUploader(actor: Actor) {
  switch (actor.kind) {
    case 'technician':
      return sql<boolean>`uploaded_by_technician_id = ${actor.technicianId}`;
    case 'contact':
      return sql<boolean>`uploaded_by_contact_id = ${actor.contactId}`;
    case 'visitor':
      return sql<boolean>`false`;
    case 'system':
      return sql<boolean>`num_nonnulls(uploaded_by_technician_id, uploaded_by_contact_id) = 0`;
  }
}

/** Those of the ids that the actor has uploaded and not sent yet. */
export async function findPending(tx: TenantTx, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('attachments')
    .select('id')
    .where('id', 'in', ids)
    .where('message_id', 'is', null)
    .where(isUploader(tx.actor))
    .execute();
  return rows.map(({ id }) => id);
}

/** Those of the ids that are on messages of these kinds of the ticket. */
export async function findOnTicket(
  tx: TenantTx,
  ticketId: number,
  ids: number[],
  kinds: MessageKind[],
): Promise<number[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select a.id from attachments a
    join messages m on m.tenant_id = a.tenant_id and m.id = a.message_id
    where a.id = any (${ids}::bigint[]) and m.ticket_id = ${ticketId}
      and m.kind = any (${kinds}::text[])`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Gives pending files to the message; returns how many there were to give. */
export async function claimAttachments(
  tx: TenantTx,
  messageId: number,
  ids: number[],
  inlineIds: number[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const { numUpdatedRows } = await tx
    .updateTable('attachments')
    .set({
      message_id: messageId,
      is_inline: sql<boolean>`is_inline or id = any (${inlineIds}::bigint[])`,
    })
    .where('id', 'in', ids)
    .where('message_id', 'is', null)
    .where(isUploader(tx.actor))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** A file that the actor may read: on a message that he sees, or pending and his own. */
export async function findReadableAttachment(
  tx: TenantTx,
  id: number,
): Promise<AttachmentRow | undefined> {
  const isContact = tx.actor.kind === 'contact';
  const { rows } = await sql<AttachmentRow>`
    select a.id, a.file_key, a.name, a.media_type, a.size_bytes from attachments a
    where a.id = ${id} and (
      (a.message_id is null and ${isUploader(tx.actor)})
      or exists (
        select from messages m
        join tickets t on t.tenant_id = m.tenant_id and t.id = m.ticket_id
        where m.id = a.message_id ${isContact ? sql`and m.kind <> 'note'` : sql``}
          and ${visibleTickets(tx.actor)}))`.execute(tx);
  return rows[0];
}

/** Forgets files that were uploaded and never sent, except those that a draft shows. */
export async function deleteAbandoned(tx: TenantTx, before: Date): Promise<string[]> {
  const { rows } = await sql<{ fileKey: string }>`
    delete from attachments a
    where a.message_id is null and a.created_at < ${before}
      and not exists (
        select from drafts d
        where d.technician_id = a.uploaded_by_technician_id
          and d.html like '%"attachment:' || a.id || '"%')
    returning a.file_key as "fileKey"`.execute(tx);
  return rows.map(({ fileKey }) => fileKey);
}
