import type { TenantTx } from '#platform/db/tenant-tx.ts';

export type DraftKind = 'reply' | 'note';

interface DraftKey {
  ticketId: number;
  technicianId: number;
  kind: DraftKind;
}

export async function findDraft(tx: TenantTx, { ticketId, technicianId, kind }: DraftKey) {
  return tx
    .selectFrom('drafts')
    .select(['html', 'updated_at'])
    .where('ticket_id', '=', ticketId)
    .where('technician_id', '=', technicianId)
    .where('kind', '=', kind)
    .executeTakeFirst();
}

export async function writeDraft(
  tx: TenantTx,
  { ticketId, technicianId, kind }: DraftKey,
  html: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('drafts')
    .values({ ticket_id: ticketId, technician_id: technicianId, kind, html, updated_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'ticket_id', 'technician_id', 'kind'])
        .doUpdateSet({ html, updated_at: now }),
    )
    .execute();
}

export async function deleteDraft(
  tx: TenantTx,
  { ticketId, technicianId, kind }: DraftKey,
): Promise<void> {
  await tx
    .deleteFrom('drafts')
    .where('ticket_id', '=', ticketId)
    .where('technician_id', '=', technicianId)
    .where('kind', '=', kind)
    .execute();
}
