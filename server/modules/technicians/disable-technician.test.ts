import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEventSource } from '../../../tests/support/event-source.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTechnician, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let globex: number;
let initech: number;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  globex = await acme.customer('Globex');
  initech = await acme.customer('Initech');
});
afterAll(() => server.close());

const at = (id: number, below: string) => `/api/v1/technicians/${id}/${below}`;

/** A technician with open tickets at both customers, and one that is closed. */
async function busy(): Promise<TestTechnician> {
  const technician = await acme.technician();
  const open = async (customerId: number) => {
    const body = { subject: 'Work', html: '<p>Work</p>', assigneeId: technician.technicianId };
    return (await acme.admin.post('/api/v1/tickets', { ...body, customerId })).body;
  };
  await open(globex);
  await open(initech);
  const { number, version } = await open(globex);
  await acme.admin.patch(`/api/v1/tickets/${number}`, { version, status: 'closed' });
  return technician;
}

const ticketsOf = async ({ technicianId }: TestTechnician, status = 'open,pending') =>
  (await acme.admin.get(`/api/v1/tickets?assignee=${technicianId}&status=${status}`)).body.items;

test('200: says how many there are, and who sees all of them', async () => {
  const leaving = await busy();
  const other = await acme.technician();
  const limited = await acme.technicianWith(['tickets.view'], [globex]);
  const both = await acme.technicianWith(['tickets.view'], [globex, initech]);
  const blind = await acme.technicianWith(['customers.view']);
  const { body } = await acme.admin.get(at(leaving.technicianId, 'open-tickets'));
  expect(body.count).toBe(2);
  const ids = body.successors.map(({ id }: { id: number }) => id);
  expect(ids).toEqual(
    expect.arrayContaining([acme.adminId, other.technicianId, both.technicianId]),
  );
  for (const { technicianId } of [leaving, limited, blind]) expect(ids).not.toContain(technicianId);
});

describe('disabling hands open tickets over', () => {
  test('to another technician: history, version, live, audit; closed ones stay', async () => {
    const leaving = await busy();
    const heir = await acme.technician();
    const before = await ticketsOf(leaving);
    const stream = await openEventSource(acme.admin, '/api/v1/events');
    const answer = await acme.admin.put(at(leaving.technicianId, 'disablement'), {
      handOverTo: heir.technicianId,
    });
    expect(answer.body.state).toBe('disabled');
    expect((await leaving.get('/api/v1/session')).status).toBe(401);
    expect(await ticketsOf(leaving)).toEqual([]);
    expect(await ticketsOf(leaving, 'closed')).toHaveLength(1);
    const handed = await ticketsOf(heir);
    expect(handed.map(({ number }: { number: number }) => number).sort()).toEqual(
      before.map(({ number }: { number: number }) => number).sort(),
    );
    for (const { number } of handed) {
      await stream.next(({ data }) => data.number === number);
      const { items } = (await acme.admin.get(`/api/v1/tickets/${number}/history`)).body;
      expect(items[0]).toMatchObject({
        field: 'assignee',
        actor: { kind: 'technician', id: acme.adminId },
        oldValue: { id: leaving.technicianId },
        newValue: { id: heir.technicianId },
      });
      const page = (await acme.admin.get(`/api/v1/tickets/${number}`)).body;
      expect(page).toMatchObject({ version: 2, assignee: { id: heir.technicianId } });
    }
    stream.close();
    const audit = await acme.admin.get('/api/v1/audit-entries?action=technician.disabled');
    expect(audit.body.items[0].details).toMatchObject({ openTickets: 2 });
    expect(audit.body.items[0].details.handedOverTo).toContain('Tim');
  });

  test('to nobody, or not at all', async () => {
    const leaving = await busy();
    const numbers = (await ticketsOf(leaving)).map(({ number }: { number: number }) => number);
    await acme.admin.put(at(leaving.technicianId, 'disablement'), { handOverTo: null });
    const unassigned = (await acme.admin.get('/api/v1/tickets?assignee=none&limit=100')).body.items;
    expect(unassigned.map(({ number }: { number: number }) => number)).toEqual(
      expect.arrayContaining(numbers),
    );
    const resting = await busy();
    await acme.admin.put(at(resting.technicianId, 'disablement'), {});
    expect(await ticketsOf(resting)).toHaveLength(2);
    await acme.admin.delete(at(resting.technicianId, 'disablement'));
    expect(await ticketsOf(resting)).toHaveLength(2);
  });

  test('many: what does not fit into one transaction follows', async () => {
    const leaving = await busy();
    const heir = await acme.technician();
    await server.rows(
      `insert into tickets (tenant_id, number, subject, source, customer_id, assignee_id)
       select $1, 100000 + n, 'Many', 'api', $2, $3 from generate_series(1, 450) n`,
      [acme.tenantId, globex, leaving.technicianId],
    );
    await acme.admin.put(at(leaving.technicianId, 'disablement'), {
      handOverTo: heir.technicianId,
    });
    const count = async (id: number) =>
      (
        await server.rows<{ count: number }>(
          'select count(*)::int as count from tickets where assignee_id = $1 and is_active',
          [id],
        )
      )[0]?.count;
    await until(async () => (await count(leaving.technicianId)) === 0 || undefined, 'the rest');
    expect(await count(heir.technicianId)).toBe(452);
    const [row] = await server.rows<{ count: number }>(
      `select count(*)::int as count from ticket_changes where field = 'assignee'
         and old_value->>'id' = $1 and actor_id = $2`,
      [String(leaving.technicianId), acme.adminId],
    );
    expect(row?.count).toBe(452);
  });

  test('400, 403: to nobody who is not there, disabled, himself, or does not see all of them', async () => {
    const leaving = await busy();
    const gone = await acme.technician();
    await acme.admin.put(at(gone.technicianId, 'disablement'), {});
    const limited = await acme.technicianWith(['tickets.view'], [globex]);
    const refusal = async (handOverTo: unknown) => {
      const { body } = await acme.admin.put(at(leaving.technicianId, 'disablement'), {
        handOverTo,
      });
      return body.errors?.map(({ code }: { code: string }) => code);
    };
    expect(await refusal(987_654_321)).toEqual(['unknownTechnician']);
    expect(await refusal(gone.technicianId)).toEqual(['inactiveTechnician']);
    expect(await refusal(leaving.technicianId)).toEqual(['inactiveTechnician']);
    expect(await refusal(limited.technicianId)).toEqual(['technicianCannotSeeAll']);
    expect(await refusal('x')).toEqual(['invalid']);
    // Nothing of it has happened.
    expect((await leaving.get('/api/v1/session')).status).toBe(200);
    expect(await ticketsOf(leaving)).toHaveLength(2);

    const { permissions } = (await leaving.get('/api/v1/session')).body;
    const personnel = await acme.technicianWith([
      ...permissions.filter((name: string) => name !== 'tickets.update'),
      'technicians.manage',
    ]);
    const colleague = await acme.technicianWith(['tickets.view']);
    const url = at(colleague.technicianId, 'disablement');
    expect((await personnel.put(url, { handOverTo: null })).status).toBe(403);
    expect((await personnel.put(url, {})).status).toBe(200);
  });

  test('no ticket is given to somebody in the moment in which he is disabled', async () => {
    for (let round = 0; round < 6; round++) {
      const leaving = await acme.technician();
      const ticket = { subject: 'Race', html: '<p>x</p>', customerId: globex };
      const [, made] = await Promise.all([
        acme.admin.put(at(leaving.technicianId, 'disablement'), { handOverTo: null }),
        acme.admin.post('/api/v1/tickets', { ...ticket, assigneeId: leaving.technicianId }),
      ]);
      expect([201, 400]).toContain(made.status);
      expect(await ticketsOf(leaving)).toEqual([]);
    }
  });
});

describe('tickets that an assignee does not see any more', () => {
  const released = async (technician: TestTechnician, left: number) =>
    until(
      async () => (await ticketsOf(technician)).length === left || undefined,
      'the release of tickets',
    );

  test('are nobody’s when his role is limited', async () => {
    const technician = await busy();
    const { role } = (await technician.get('/api/v1/session')).body.technician;
    const limited = (
      await acme.admin.post('/api/v1/roles', {
        name: 'Globex only',
        permissions: ['tickets.view'],
        customerIds: [globex, initech],
      })
    ).body;
    await acme.admin.patch(`/api/v1/technicians/${technician.technicianId}`, {
      roleId: limited.id,
    });
    expect(role.id).not.toBe(limited.id);
    expect(await ticketsOf(technician)).toHaveLength(2);
    await acme.admin.patch(`/api/v1/roles/${limited.id}`, { customerIds: [globex] });
    await released(technician, 1);
    const [kept] = await ticketsOf(technician);
    expect(kept.customer.name).toBe('Globex');
    await acme.admin.patch(`/api/v1/roles/${limited.id}`, { permissions: ['customers.view'] });
    await released(technician, 0);
  });

  test('are nobody’s when he gets such a role, or his role is deleted for it', async () => {
    const limited = (
      await acme.admin.post('/api/v1/roles', {
        name: 'Initech only',
        permissions: ['tickets.view'],
        customerIds: [initech],
      })
    ).body;
    const technician = await busy();
    await acme.admin.patch(`/api/v1/technicians/${technician.technicianId}`, {
      roleId: limited.id,
    });
    await released(technician, 1);
    const wide = (
      await acme.admin.post('/api/v1/roles', { name: 'Wide', permissions: ['tickets.view'] })
    ).body;
    const other = await busy();
    await acme.admin.patch(`/api/v1/technicians/${other.technicianId}`, { roleId: wide.id });
    await acme.admin.delete(`/api/v1/roles/${wide.id}?moveTo=${limited.id}`);
    await released(other, 1);
  });
});
