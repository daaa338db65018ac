import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolMachine } from '../../../tests/support/machine.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let globex: number;
let first: number;
let second: number;
let profileId: number;

const PATH = '/api/v1/device-alert-profiles';
const profileOf = async (deviceId: number) =>
  (await acme.admin.get(`/api/v1/devices/${deviceId}/alert-profile`)).body;
const addProfile = async (name: string, tenant = acme) => {
  const { body } = await tenant.admin.post('/api/v1/alert-profiles', {
    name,
    conditions: [],
    ticketRules: [],
    hearing: { severities: [] },
    solvesTickets: false,
    resolvesAlerts: true,
  });
  return body.id as number;
};

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  globex = await acme.customer('Globex');
  const enrol = async (hostname: string) =>
    (await enrolMachine(server, acme, { customerId: globex, hostname })).deviceId;
  [first, second] = [await enrol('srv-1'), await enrol('srv-2')];
  profileId = await addProfile('Strict');
}, 60_000);
afterAll(() => server.close());

test('devices get a profile of their own, and go back to that of customer and type', async () => {
  const given = await acme.admin.post(PATH, { deviceIds: [second, first, first], profileId });
  expect(given).toMatchObject({ status: 200, body: { changed: [first, second], missing: [] } });
  expect(await profileOf(first)).toMatchObject({ id: profileId, isDefault: false });
  await acme.admin.post(PATH, { deviceIds: [first], profileId: null });
  expect(await profileOf(first)).toMatchObject({ isDefault: true });
  expect(await profileOf(second)).toMatchObject({ id: profileId });
});

test('a device that is gone, or of another company, holds up none of the others', async () => {
  const other = await makeTenant(server);
  const { deviceId: theirs } = await enrolMachine(server, other, {
    customerId: await other.customer(),
    hostname: 'theirs',
  });
  const { body } = await acme.admin.post(PATH, { deviceIds: [theirs, first], profileId });
  expect(body).toEqual({ changed: [first], missing: [theirs] });
  const { body: their } = await other.admin.get(`/api/v1/devices/${theirs}/alert-profile`);
  expect(their.isDefault).toBe(true);
});

test('who works for some customers gives it to their devices only', async () => {
  const initech = await acme.customer('Initech');
  const limited = await acme.technicianWith(
    ['devices.view', 'alerts.view', 'alerts.manage'],
    [initech],
  );
  const { body } = await limited.post(PATH, { deviceIds: [second], profileId: null });
  expect(body).toEqual({ changed: [], missing: [second] });
  expect(await profileOf(second)).toMatchObject({ id: profileId });
});

test('the default profile is nobody’s own', async () => {
  const { body } = await acme.admin.get('/api/v1/alert-profiles');
  const { id } = body.items.find(({ isDefault }: { isDefault: boolean }) => isDefault);
  const answer = await acme.admin.post(PATH, { deviceIds: [first], profileId: id });
  expect(answer).toMatchObject({ status: 409, body: { code: 'defaultAlertProfile' } });
});

test.each([
  ['no device', { deviceIds: [] }],
  ['too many', { deviceIds: Array.from({ length: 101 }, (_, index) => index + 1) }],
  ['no id', { deviceIds: ['all'] }],
  ['no word of a profile', { profileId: undefined }],
])('%s is refused', async (_what, wrong) => {
  const answer = await acme.admin.post(PATH, { deviceIds: [first], profileId, ...wrong });
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid' } });
});

test('a profile of another company is none', async () => {
  const other = await makeTenant(server);
  const theirs = await addProfile('Theirs', other);
  const answer = await acme.admin.post(PATH, { deviceIds: [first], profileId: theirs });
  expect(answer.status).toBe(404);
});

test('who may only look at alerts is refused', async () => {
  const viewer = await acme.technicianWith(['devices.view', 'alerts.view']);
  expect((await viewer.post(PATH, { deviceIds: [first], profileId })).status).toBe(403);
});
