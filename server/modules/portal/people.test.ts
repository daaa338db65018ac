import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let jane: TestContact;
let boss: TestContact;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  const customerId = await acme.customer('Globex');
  jane = await acme.contact({ customerId, firstName: 'Jane', lastName: 'Doe' });
  boss = await acme.contact({
    customerId,
    firstName: 'Bo',
    lastName: 'Boss',
    isMainContact: true,
  });
  const gone = await acme.contact({ customerId, firstName: 'Gone', lastName: 'Away' });
  await acme.admin.put(`/api/v1/contacts/${gone.contactId}/archive`);
  await acme.contact({ customerId: await acme.customer('Initech'), lastName: 'Elsewhere' });
});
afterAll(() => server.close());

test('200: the people of one’s own company, and no more of them than is listed', async () => {
  const { version } = (await acme.admin.get(`/api/v1/contacts/${jane.contactId}`)).body;
  await acme.admin.patch(`/api/v1/contacts/${jane.contactId}`, {
    version,
    hasPortalAccess: false,
  });
  const { status, body } = await boss.get('/portal/v1/people');
  expect(status).toBe(200);
  expect(body.items).toEqual([
    {
      id: boss.contactId,
      name: 'Bo Boss',
      email: boss.email,
      jobTitle: null,
      isMainContact: true,
      hasPortalAccess: true,
      lastSignInAt: expect.any(String),
    },
    expect.objectContaining({ name: 'Jane Doe', hasPortalAccess: false }),
  ]);
  const found = await boss.get('/portal/v1/people?search=jane');
  expect(found.body.items).toHaveLength(1);
  expect((await boss.get('/portal/v1/people?limit=0')).status).toBe(400);
});

test('403 for everybody else, 401 for nobody', async () => {
  const john = await acme.contact({ customerId: await acme.customer('Hooli') });
  const answer = await john.get('/portal/v1/people');
  expect([answer.status, answer.body.code]).toEqual([403, 'onlyMainContacts']);
  const stray = await acme.contact({ customerId: null });
  expect((await stray.get('/portal/v1/people')).status).toBe(403);
  expect((await acme.portal().get('/portal/v1/people')).status).toBe(401);
});
