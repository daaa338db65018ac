import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { OutgoingMail } from './queue-mail.ts';

/** The address and name that the tenant's mail comes from. */
export async function findFromAddress(tx: TenantTx): Promise<{ address: string; name: string }> {
  return tx
    .selectFrom('mailboxes')
    .innerJoin('tenants', 'tenants.id', 'mailboxes.tenant_id')
    .where('mailboxes.is_from', '=', true)
    .select(['mailboxes.address', 'tenants.company_name as name'])
    .executeTakeFirstOrThrow();
}

export async function insertOutboundMessage(
  tx: TenantTx,
  {
    mail,
    from,
    headerMessageId,
  }: { mail: OutgoingMail; from: { address: string; name: string }; headerMessageId: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('outbound_messages')
    .values({
      kind: mail.kind,
      ticket_id: mail.ticketId ?? null,
      message_id: mail.messageId ?? null,
      contact_id: mail.contactId ?? null,
      technician_id: mail.technicianId ?? null,
      from_address: from.address,
      from_name: mail.fromName ?? from.name,
      reply_to: mail.replyTo ?? null,
      to_addresses: mail.to,
      cc_addresses: mail.cc ?? [],
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      header_message_id: headerMessageId,
      in_reply_to: mail.inReplyTo ?? null,
      reference_ids: mail.references ?? [],
      is_automatic: mail.isAutomatic ?? true,
      has_secret: mail.hasSecret ?? false,
      attachment_ids: mail.attachmentIds ?? [],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
