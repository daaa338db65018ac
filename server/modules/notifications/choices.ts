import type { TenantTx } from '#platform/db/tenant-tx.ts';
import {
  DEFAULT_NOTIFICATION_CHOICES,
  NOTIFICATION_KINDS,
  type NotificationChoices,
} from '#shared/notifications.ts';
import { findChoiceRows, writeChoiceRows } from './choices.queries.ts';

/** What each of the technicians wants to hear of, and how. */
export async function findChoices(
  tx: TenantTx,
  technicianIds: number[],
): Promise<Map<number, NotificationChoices>> {
  const choices = new Map(
    technicianIds.map((id) => [id, structuredClone(DEFAULT_NOTIFICATION_CHOICES)]),
  );
  for (const row of await findChoiceRows(tx, technicianIds)) {
    const own = choices.get(row.technician_id);
    if (own) own[row.kind] = { console: row.in_console, email: row.by_email };
  }
  return choices;
}

export async function getChoices(tx: TenantTx, technicianId: number): Promise<NotificationChoices> {
  const choices = await findChoices(tx, [technicianId]);
  return choices.get(technicianId) ?? DEFAULT_NOTIFICATION_CHOICES;
}

/** Kept whole: a later change of the defaults does not change what somebody has chosen. */
export async function keepChoices(
  tx: TenantTx,
  technicianId: number,
  choices: NotificationChoices,
): Promise<NotificationChoices> {
  await writeChoiceRows(
    tx,
    NOTIFICATION_KINDS.map((kind) => ({
      technician_id: technicianId,
      kind,
      in_console: choices[kind].console,
      by_email: choices[kind].email,
    })),
  );
  return getChoices(tx, technicianId);
}
