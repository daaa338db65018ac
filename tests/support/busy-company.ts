import { raiseAlert } from '#modules/alerts/index.ts';
import { insertDevice } from '#modules/devices/index.ts';
import { changeTicket, createTicket, touchTicket } from '#modules/tickets/index.ts';
import { clock } from '#platform/clock.ts';
import { ALERT_STATES, SEVERITIES } from '#shared/alerts.ts';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '#shared/tickets.ts';
import type { TestTenant } from './tenant.ts';
import type { TestServer } from './test-server.ts';

/** The same numbers every time (a linear congruential generator), so that a failure comes again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/**
 * Tickets, devices and alerts of every kind, spread over more days than the dashboard's chart has, so
 * that its ends are tried, too.
 */
export async function fillCompany(
  server: TestServer,
  company: TestTenant,
  of: {
    tickets: number;
    devices: number;
    /** null: of nobody; the last one has no devices. */
    customers: readonly (number | null)[];
    /** Has about every third ticket. */
    assigneeId: number | null;
  },
): Promise<void> {
  const pick = chance(42);
  const one = <Item>(items: readonly Item[]): Item => items[pick(items.length)]!;
  await company.inside(async (tx) => {
    for (let index = 0; index < of.tickets; index++) {
      const { id } = await createTicket(tx, {
        subject: `Ticket ${index}`,
        source: 'api',
        contactId: null,
        customerId: one(of.customers),
        assigneeId: pick(3) === 0 ? of.assigneeId : null,
        priority: one(TICKET_PRIORITIES),
      });
      if (pick(3) === 0) await touchTicket(tx, id, { isReply: true });
      await changeTicket(tx, id, { status: one(TICKET_STATUSES) });
    }
    for (let index = 0; index < of.devices; index++) {
      const customerId = of.customers[pick(of.customers.length - 1)]!;
      const device = {
        customerId,
        source: 'agent',
        name: `PC ${index}`,
        type: 'server',
        fingerprint: null,
        isNameChosen: true,
      } as const;
      const deviceId = await insertDevice(tx, device, clock.now());
      await raiseAlert(tx, {
        fingerprint: `test-${index}`,
        source: 'api',
        kind: 'other',
        title: 'Trouble',
        severity: one(SEVERITIES),
        deviceId,
        customerId,
      });
    }
  });
  await server.rows(
    `update tickets set created_at = now() - (id * 37 % 40) * interval '1 day' - (id * 7 % 24) * interval '1 hour',
       resolved_at = case when resolved_at is not null
         then now() - (id * 13 % 36) * interval '1 day' - (id * 11 % 24) * interval '1 hour' end
     where tenant_id = $1 returning id`,
    [company.tenantId],
  );
  await server.rows(
    `update devices set state = (array['waiting', 'online', 'offline', 'stale'])[id % 4 + 1],
       archived_at = case when id % 7 = 0 then now() end
     where tenant_id = $1 returning id`,
    [company.tenantId],
  );
  await server.rows(
    `update alerts set state = ($2::text[])[id % 4 + 1] where tenant_id = $1 returning id`,
    [company.tenantId, ALERT_STATES],
  );
}
