import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { NotificationKind } from '#shared/notifications.ts';

export interface ChoiceRow {
  technician_id: number;
  kind: NotificationKind;
  in_console: boolean;
  by_email: boolean;
}

export async function findChoiceRows(tx: TenantTx, technicianIds: number[]): Promise<ChoiceRow[]> {
  if (technicianIds.length === 0) return [];
  const rows = await tx
    .selectFrom('notification_choices')
    .select(['technician_id', 'kind', 'in_console', 'by_email'])
    .where('technician_id', 'in', technicianIds)
    .execute();
  return rows as ChoiceRow[];
}

export async function writeChoiceRows(tx: TenantTx, rows: ChoiceRow[]): Promise<void> {
  await tx
    .insertInto('notification_choices')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'technician_id', 'kind']).doUpdateSet((eb) => ({
        in_console: eb.ref('excluded.in_console'),
        by_email: eb.ref('excluded.by_email'),
      })),
    )
    .execute();
}
