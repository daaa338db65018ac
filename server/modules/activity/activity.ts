import { forbidden } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { ACTIVITY_MAX } from '#shared/activity.ts';
import { listAlertActivity, listDeviceActivity, listTicketActivity } from './activity.queries.ts';
import { foldTogether } from './activity.rules.ts';
import {
  type ActivityEntry,
  alertActivityView,
  deviceActivityView,
  ticketActivityView,
} from './activity.views.ts';

/**
 * What happened last, the newest first, of what the role lets the reader see. Throws 403 when it is
 * neither tickets nor devices nor alerts.
 */
export async function listActivity(tx: ConsoleTx, limit: number): Promise<ActivityEntry[]> {
  const { permissions, language } = tx.actor;
  const entries: ActivityEntry[] = [];
  if (permissions.has('tickets.view'))
    entries.push(...(await listTicketActivity(tx, ACTIVITY_MAX)).map(ticketActivityView));
  if (permissions.has('alerts.view')) {
    const rows = await listAlertActivity(tx, ACTIVITY_MAX);
    entries.push(...rows.map((row) => alertActivityView(row, language)));
  }
  if (permissions.has('devices.view'))
    entries.push(...(await listDeviceActivity(tx, ACTIVITY_MAX)).map(deviceActivityView));
  else if (!permissions.has('tickets.view')) throw forbidden();
  // Stable: what happened at the same moment stays in the order of its own history.
  const newest = entries.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return foldTogether(newest).slice(0, limit);
}
