import { recordAudit } from '#modules/audit/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { findNextNumber, raiseNextNumber } from '#modules/tickets/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { conflict, invalid } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import { updateSettings } from './settings.queries.ts';
import { changesOf, type SettingsChanges } from './settings.rules.ts';
import { type SettingsView, settingsView } from './settings.views.ts';

export const getSettings = async (tx: TenantTx): Promise<SettingsView> =>
  settingsView(await getTenant(tx), await findNextNumber(tx));

/** Throws 409 with the settings as they are now when `version` is not their version any more. */
export async function changeSettings(
  tx: TenantTx,
  version: number,
  wanted: SettingsChanges,
): Promise<SettingsView> {
  const before = await getSettings(tx);
  if (before.version !== version) throw conflict(before);
  const { changes, old } = changesOf(before, wanted);
  if (Object.keys(changes).length === 0) return before;
  await raiseNumber(tx, changes.nextTicketNumber);
  if (!(await updateSettings(tx, version, changes))) throw conflict(await getSettings(tx));
  await recordAudit(tx, { action: 'settings.changed', details: { old, new: changes } });
  await publish(tx, { kind: 'settings', ids: {} });
  return getSettings(tx);
}

/** Tickets that were opened since may have taken the number: then this one is not to be had. */
async function raiseNumber(tx: TenantTx, number: number | undefined): Promise<void> {
  if (number === undefined || (await raiseNextNumber(tx, number))) return;
  throw invalid({
    field: 'nextTicketNumber',
    code: 'ticketNumberTaken',
    params: { minimum: await findNextNumber(tx) },
  });
}
