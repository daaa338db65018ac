import { z } from 'zod';
import { getTenant } from '#modules/tenants/index.ts';
import { getTicketByNumber } from '#modules/tickets/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound } from '#platform/errors.ts';
import { cutPage, decodeCursor, type Page } from '#platform/http/page.ts';
import type { AlertSort } from '#shared/alerts.ts';
import type { Language } from '#shared/languages.ts';
import {
  type AlertFilters,
  countActiveRows,
  countAlertRows,
  findAlertRow,
  listAlertRows,
  listEventRows,
} from './alert-list.queries.ts';
import {
  type AlertPageView,
  type AlertView,
  alertEventView,
  alertPageView,
  alertView,
} from './alerts.views.ts';

const Cursor = z.tuple([z.number(), z.iso.datetime(), z.number().int()]);
const EventCursor = z.tuple([z.number().int()]);

/** One page of the alerts that the actor may see. */
export async function listAlerts(
  tx: TenantTx,
  list: AlertFilters & { sort: AlertSort; cursor?: string | undefined; limit: number },
): Promise<Page<AlertView>> {
  const after = decodeCursor(list.cursor, Cursor);
  const rows = await listAlertRows(tx, { ...list, after });
  const language = await languageOf(tx);
  return cutPage(
    rows,
    list.limit,
    (row) => alertView(row, language),
    (row) => [row.severity_rank, row.sort_time.toISOString(), row.id],
  );
}

export const countAlerts = (tx: TenantTx, filters: AlertFilters) => countAlertRows(tx, filters);

/** Open and acknowledged alerts by severity: what the list shows for these two states. */
export const countActiveAlerts = (tx: TenantTx) => countActiveRows(tx);

/** Throws 404 when there is none, or the actor may not see it. */
export async function getAlert(tx: TenantTx, id: number): Promise<AlertPageView> {
  const row = await findAlertRow(tx, id);
  if (!row) throw notFound();
  return alertPageView(row, await languageOf(tx));
}

/** Throws 404 when there is no such ticket, or the actor may not see it. */
export async function listAlertsOfTicket(tx: TenantTx, number: number): Promise<AlertView[]> {
  const { id } = await getTicketByNumber(tx, number);
  const page = await listAlerts(tx, {
    search: '',
    states: [],
    severities: [],
    sources: [],
    ticketId: id,
    sort: '-severity',
    limit: 100,
  });
  return page.items;
}

export async function listAlertEvents(
  tx: TenantTx,
  alertId: number,
  list: { cursor?: string | undefined; limit: number },
) {
  await getAlert(tx, alertId);
  const [before = null] = decodeCursor(list.cursor, EventCursor) ?? [];
  const rows = await listEventRows(tx, alertId, { before, limit: list.limit });
  return cutPage(rows, list.limit, alertEventView, (row) => [row.id]);
}

async function languageOf(tx: TenantTx): Promise<Language> {
  return 'language' in tx.actor ? tx.actor.language : (await getTenant(tx)).language;
}
