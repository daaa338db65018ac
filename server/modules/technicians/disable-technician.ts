import { customersOfOpenTickets, handOver } from '#modules/assignments/index.ts';
import { recordAudit } from '#modules/audit/index.ts';
import { endSessions } from '#modules/credentials/index.ts';
import { assertMayGrant, lockAdminRole } from '#modules/roles/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { forbidden, invalid, refused } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import { assertAdminRemains } from './change-technician.ts';
import { holdTechnician, lockTechnician, updateTechnician } from './technicians.queries.ts';
import { seesTicketsOf } from './technicians.rules.ts';
import { fullNameOf, getTechnician, listTechnicians, type Technician } from './technicians.ts';

/**
 * Disables: nothing works any more from this moment on, and nothing is deleted.
 * @param handOverTo who gets the open tickets; null makes them nobody's, left out they stay his
 */
export async function disableTechnician(
  tx: TenantTx,
  id: number,
  handOverTo?: number | null,
): Promise<Technician> {
  await lockAdminRole(tx);
  await lockTechnician(tx, id);
  const technician = await getTechnician(tx, id);
  if (technician.state === 'disabled') return technician;
  if (tx.actor.kind === 'technician' && tx.actor.technicianId === id) throw refused('notYourself');
  assertMayGrant(tx.actor, technician);
  await assertAdminRemains(tx, technician);
  await updateTechnician(tx, id, { disabled_at: clock.now() });
  await endSessions(tx, { technicianId: id });
  const openTickets = sum(await customersOfOpenTickets(tx, id));
  const successor = await successorOf(tx, technician, handOverTo);
  if (successor !== undefined) await handOver(tx, id, successor);
  await audit(tx, technician, 'technician.disabled', {
    openTickets,
    ...(successor !== undefined && { handedOverTo: successor?.name ?? null }),
  });
  return getTechnician(tx, id);
}

export async function enableTechnician(tx: TenantTx, id: number): Promise<Technician> {
  await lockTechnician(tx, id);
  const technician = await getTechnician(tx, id);
  if (technician.state !== 'disabled') return technician;
  assertMayGrant(tx.actor, technician);
  await updateTechnician(tx, id, { disabled_at: null });
  await audit(tx, technician, 'technician.enabled', {});
  return getTechnician(tx, id);
}

/** How many open tickets a technician has, and who sees all of them and so could have them. */
export async function findOpenTickets(
  tx: TenantTx,
  id: number,
): Promise<{ count: number; successors: Technician[] }> {
  const technician = await getTechnician(tx, id);
  const customers = await customersOfOpenTickets(tx, id);
  const others = (await listTechnicians(tx)).filter(
    (other) => other.id !== technician.id && other.state === 'active',
  );
  return {
    count: sum(customers),
    successors: others.filter((other) => seesAll(other, customers)),
  };
}

type Customers = Awaited<ReturnType<typeof customersOfOpenTickets>>;

const sum = (customers: Customers) => customers.reduce((total, { count }) => total + count, 0);

const seesAll = (technician: Technician, customers: Customers) =>
  technician.permissions.has('tickets.view') &&
  customers.every(({ customerId }) => seesTicketsOf(technician, customerId));

/** Undefined when nothing is to be handed over, null for nobody. */
async function successorOf(
  tx: TenantTx,
  technician: Technician,
  id: number | null | undefined,
): Promise<{ id: number; name: string } | null | undefined> {
  if (id === undefined) return undefined;
  if (tx.actor.kind === 'technician' && !tx.actor.permissions.has('tickets.update')) {
    throw forbidden();
  }
  if (id === null) return null;
  const refuse = (code: string, params = {}) => invalid({ field: 'handOverTo', code, params });
  await holdTechnician(tx, id);
  const successor = (await listTechnicians(tx)).find((other) => other.id === id);
  if (!successor) throw refuse('unknownTechnician');
  // Himself, too: he is disabled by now.
  if (successor.state !== 'active') throw refuse('inactiveTechnician');
  const name = fullNameOf(successor);
  if (!seesAll(successor, await customersOfOpenTickets(tx, technician.id))) {
    throw refuse('technicianCannotSeeAll', { name });
  }
  return { id, name };
}

async function audit(
  tx: TenantTx,
  technician: Technician,
  action: 'technician.disabled' | 'technician.enabled',
  details: Record<string, unknown>,
): Promise<void> {
  await recordAudit(tx, {
    action,
    subjectKind: 'technician',
    subjectId: technician.id,
    subjectName: fullNameOf(technician),
    details,
  });
  await publish(tx, { kind: 'technician', ids: { id: technician.id } });
}
