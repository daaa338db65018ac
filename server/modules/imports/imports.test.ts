import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '#platform/csv.ts';
import { enqueue } from '#platform/jobs/job.ts';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { workOnImport } from './import-orders.ts';

let server: TestServer;
let acme: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server);
});
afterAll(() => server?.close());

const file = (text: string | Buffer, name = 'people.csv') => ({
  name,
  type: 'text/csv',
  content: Buffer.from(text as string),
});
const bring = async (text: string, who: HttpClient = acme.admin) => {
  const { status, body } = await who.upload('/api/v1/imports', file(text));
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};
const reach = (id: number, state: string, who: HttpClient = acme.admin) =>
  until(async () => {
    const { body } = await who.get(`/api/v1/imports/${id}`);
    return body.state === state ? body : undefined;
  }, state);
const options = { existing: 'skip', createsCustomers: true, sendsWelcome: false };
/** From the file to its end, as somebody does who changes nothing but the options. */
const importAll = async (text: string, changed = {}, who: HttpClient = acme.admin) => {
  const { id } = await bring(text, who);
  await who.patch(`/api/v1/imports/${id}`, { options: { ...options, ...changed } });
  await who.post(`/api/v1/imports/${id}/check`);
  const checked = await reach(id, 'checked', who);
  expect((await who.post(`/api/v1/imports/${id}/run`)).status).toBe(202);
  const done = await reach(id, 'done', who);
  // What a check says is what happens.
  expect(done.counts).toEqual(checked.counts);
  const { body } = await who.get(`/api/v1/imports/${id}/rows`);
  return { id, counts: done.counts, rows: body.items };
};
const contactsNamed = async (search: string) =>
  (await acme.admin.get(`/api/v1/contacts?state=all&search=${search}`)).body.items;
const codes = (rows: { problems: { field: string; code: string }[] }[]) =>
  rows.map(({ problems }) => problems.map(({ field, code }) => `${field}:${code}`).join(' '));

describe('a file', () => {
  it('says how it is read and what its columns are', async () => {
    const made = await bring('Vorname;Name;E-Mail;Firma\r\nJürgen;Groß;jg@one.test;One\r\n');
    expect(made).toMatchObject({
      state: 'draft',
      fileName: 'people.csv',
      rowCount: 1,
      reading: { encoding: 'utf-8', delimiter: ';', hasHeader: true },
      options,
    });
    expect(made.columns.map(({ field }: { field: string }) => field)).toEqual([
      'firstName',
      'lastName',
      'email',
      'customer',
    ]);
    expect(made.columns[0]).toEqual({ name: 'Vorname', samples: ['Jürgen'], field: 'firstName' });
    const other = await acme.admin.patch(`/api/v1/imports/${made.id}`, {
      reading: { encoding: 'utf-8', delimiter: ',', hasHeader: false },
    });
    expect(other.body).toMatchObject({ rowCount: 2, columns: [{ name: '' }] });
  });

  it.each([
    ['', 'csvEmpty'],
    ['a,b\n"1,2\n', 'csvOpenQuote'],
    [Buffer.from('504b030400000000', 'hex').toString('latin1'), 'csvNoText'],
  ])('is refused with the reason: %#', async (text, code) => {
    const { status, body } = await acme.admin.upload(
      '/api/v1/imports',
      file(Buffer.from(text, 'latin1')),
    );
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field: 'file', code }]);
  });

  it('needs an address or a customer, and no field twice', async () => {
    const { id } = await bring('foo,bar\n1,2\n');
    const check = await acme.admin.post(`/api/v1/imports/${id}/check`);
    expect(check.body.errors).toMatchObject([{ field: 'mapping', code: 'importNobody' }]);
    const twice = await acme.admin.patch(`/api/v1/imports/${id}`, { mapping: ['email', 'email'] });
    expect(twice.body.errors).toMatchObject([{ field: 'mapping.1', code: 'importFieldTwice' }]);
    const short = await acme.admin.patch(`/api/v1/imports/${id}`, { mapping: ['email'] });
    expect(short.status).toBe(400);
  });

  it('is not run unchecked, nor twice', async () => {
    const { id } = await bring('E-mail\ntwice@one.test\n');
    expect((await acme.admin.post(`/api/v1/imports/${id}/run`)).body.code).toBe('importUnchecked');
    await acme.admin.post(`/api/v1/imports/${id}/check`);
    await reach(id, 'checked');
    const clicks = await Promise.all([
      acme.admin.post(`/api/v1/imports/${id}/run`),
      acme.admin.post(`/api/v1/imports/${id}/run`),
    ]);
    expect(clicks.map(({ status }) => status).sort()).toEqual([202, 409]);
    await reach(id, 'done');
    expect((await acme.admin.post(`/api/v1/imports/${id}/run`)).body.code).toBe('importOver');
  });

  it('is its owner’s alone, and gone when he says so', async () => {
    const { id } = await bring('E-mail\nmine@one.test\n');
    const other = await acme.technicianWith(['contacts.manage', 'contacts.view']);
    expect((await other.get(`/api/v1/imports/${id}`)).status).toBe(404);
    expect((await other.get('/api/v1/imports')).body.items).toEqual([]);
    expect((await acme.admin.delete(`/api/v1/imports/${id}`)).status).toBe(204);
    expect((await acme.admin.get(`/api/v1/imports/${id}`)).status).toBe(404);
  });
});

describe('rows', () => {
  it('become customers and contacts', async () => {
    const { counts, rows } = await importAll(
      [
        'Customer;Domains;Name;E-mail;Phone;Language;Main contact',
        'Soylent;soylent.test;Doe, Jane;jane@soylent.test;+49 30 1;Deutsch;ja',
        'SOYLENT;;Joe Bloggs;joe@soylent.test;;;',
        'Umbrella;umbrella.test, umbrella-labs.test;;;;;',
        ';;Homer;homer@soylent.test;;;no',
      ].join('\n'),
    );
    expect(counts).toMatchObject({ created: 4, refused: 0, customersCreated: 2 });
    const [jane] = await contactsNamed('jane@soylent.test');
    expect(jane).toMatchObject({
      firstName: 'Jane',
      lastName: 'Doe',
      phone: '+49 30 1',
      language: 'de',
      isMainContact: true,
      customer: { name: 'Soylent' },
      passwordState: 'generated',
      portalUsername: 'jane',
    });
    expect(rows[0]).toMatchObject({ rowNumber: 1, outcome: 'created', contactId: jane.id });
    // By the domain that the file itself gave the customer.
    expect((await contactsNamed('homer@soylent.test'))[0].customer.name).toBe('Soylent');
    const { body } = await acme.admin.get('/api/v1/customers?search=umbrella');
    expect(body.items[0].domains).toEqual(['umbrella-labs.test', 'umbrella.test']);
  });

  it('are refused with the reasons, one by one', async () => {
    const { counts, rows } = await importAll(
      [
        'Customer,Domains,Name,E-mail,Language,Portal access,Main contact',
        ',,Nobody,,,,',
        ',,X,not an address,,,',
        ',,X,x@soylent2.test,Klingon,perhaps,',
        ',,X,same@soylent2.test,,,',
        ',,X,same+tag@soylent2.test,,,',
        'Gmail,gmail.com,X,g@soylent2.test,,,',
        ',,X,alone@soylent2.test,,,yes',
        `,,X,${acme.slug}@${server.config.mailDomain},,,`,
        'Good,good.test,,,,,',
        'Bad,good.test,,,,,',
      ].join('\n'),
    );
    expect(codes(rows)).toEqual([
      'email:required',
      'email:email',
      'language:languageUnknown hasPortalAccess:yesOrNo',
      '',
      'email:importTwice',
      'domains:freeMailDomain',
      'isMainContact:mainContactNeedsCustomer',
      'email:ownAddress',
      '',
      'domains:domainTaken',
    ]);
    expect(counts).toMatchObject({ created: 2, refused: 8 });
    expect(await contactsNamed('g@soylent2.test')).toEqual([]);
  });

  it('leave those alone who are there, or change them, as chosen', async () => {
    const text =
      'E-mail,First name,Phone,Customer,Website\nold+x@wayne.test,Bruce,,Wayne,wayne.test\nnew@wayne.test,,,Wayne,\n';
    await importAll('E-mail,First name,Phone\nold@wayne.test,Old,123\n');
    const skipped = await importAll(text.replace('new@', 'new1@'));
    expect(codes(skipped.rows)).toEqual(['email:importKnown', '']);
    expect((await contactsNamed('old@wayne.test'))[0].firstName).toBe('Old');
    const changed = await importAll(text, { existing: 'update' });
    expect(changed.counts).toMatchObject({ created: 1, updated: 1 });
    expect((await contactsNamed('old@wayne.test'))[0]).toMatchObject({
      firstName: 'Bruce',
      // an empty cell changes nothing
      phone: '123',
      customer: { name: 'Wayne' },
    });
    const again = await importAll(text, { existing: 'update' });
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  });

  it('bring welcome mails only where that was chosen', async () => {
    const welcomes = async () =>
      (
        await server.rows(
          "select to_addresses from outbound_messages where tenant_id = $1 and kind = 'welcome'",
          [acme.tenantId],
        )
      ).map(({ to_addresses }) => to_addresses[0]);
    await server.rows('update tenants set new_contact_mail_enabled = true where id = $1', [
      acme.tenantId,
    ]);
    await importAll('E-mail\nquiet@stark.test\n');
    expect(await welcomes()).not.toContain('quiet@stark.test');
    await importAll('E-mail,Portal access\nloud@stark.test,\nshut@stark.test,no\n', {
      sendsWelcome: true,
    });
    expect(await welcomes()).toContain('loud@stark.test');
    expect(await welcomes()).not.toContain('shut@stark.test');
    const client = await acme.technicianWith(['contacts.manage', 'contacts.view']);
    const { id } = await bring('E-mail\nx@stark.test\n', client);
    const refused = await client.patch(`/api/v1/imports/${id}`, {
      options: { ...options, sendsWelcome: true },
    });
    expect(refused.status).toBe(403);
  });

  it('go no further than the role', async () => {
    const mine = await acme.customer('Mine', ['mine.test']);
    await acme.customer('Theirs', ['theirs.test']);
    await importAll('E-mail\nhidden@theirs.test\n');
    const client = await acme.technicianWith(
      ['contacts.manage', 'contacts.view', 'customers.view', 'customers.manage'],
      [mine],
    );
    const { rows } = await importAll(
      'Customer,E-mail\nMine,a@mine.test\nTheirs,b@theirs.test\nNew one,c@new.test\n,d@mine.test\n,e@theirs.test\n,hidden@theirs.test\n',
      { existing: 'update' },
      client,
    );
    expect(codes(rows)).toEqual([
      '',
      'customer:customerInReach',
      'customer:customerInReach',
      '',
      'customer:customerInReach',
      'email:emailTaken',
    ]);
    const noCustomers = await acme.technicianWith(['contacts.manage', 'contacts.view']);
    const { rows: others } = await importAll(
      'Customer,E-mail\nNewer,a@newer.test\n',
      {},
      noCustomers,
    );
    expect(codes(others)).toEqual(['customer:importForbidden']);
    const none = await acme.technicianWith(['tickets.view']);
    expect((await none.upload('/api/v1/imports', file('E-mail\nx@x.test\n'))).status).toBe(403);
  });
});

it('goes on where it was after a crash, and stops when told', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => `p${index}@many.test`).join('\n');
  const { id } = await bring(`E-mail\n${rows}\n`);
  await acme.admin.post(`/api/v1/imports/${id}/check`);
  await reach(id, 'checked');
  await acme.admin.post(`/api/v1/imports/${id}/run`);
  // The job comes twice, as after a crash: no row is done twice.
  await acme.inside((tx) =>
    enqueue(tx, workOnImport, { importId: id, technicianId: acme.adminId }),
  );
  const done = await reach(id, 'done');
  expect(done).toMatchObject({ doneCount: 60, counts: { created: 60 } });
  const second = await bring(`E-mail\n${rows.replaceAll('many', 'lots')}\n`);
  await acme.admin.post(`/api/v1/imports/${second.id}/check`);
  await reach(second.id, 'checked');
  await acme.admin.post(`/api/v1/imports/${second.id}/run`);
  const stopped = await acme.admin.post(`/api/v1/imports/${second.id}/stop`);
  expect(stopped.body.state).toBe('stopped');
  const left = (await acme.admin.get(`/api/v1/imports/${second.id}`)).body.doneCount;
  expect(left).toBeLessThan(60);
  const actions = await server.rows(
    "select action from audit_entries where tenant_id = $1 and subject_kind = 'import' order by id",
    [acme.tenantId],
  );
  expect(actions.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['import.started', 'import.finished', 'import.stopped']),
  );
});

describe('files that leave', () => {
  const lines = async (text: string, delimiter = ',') =>
    parseCsv(text.replace(/^\ufeff/, ''), { delimiter, maxRows: 1_000 });

  it('say what became of each row', async () => {
    const { id } = await importAll('Notes,E-mail,Name\n=1+1,report@ok.test,Ok\nx,broken,=cmd()\n');
    const { headers, body } = await acme.admin.get(`/api/v1/imports/${id}/report`);
    expect(headers['content-type']).toContain('text/csv');
    expect(headers['content-disposition']).toContain('attachment');
    expect(body.startsWith('\ufeff')).toBe(true);
    const [head, first, second] = await lines(body);
    expect(head?.slice(-2)).toEqual(['Outcome', 'Reason']);
    expect(first).toEqual(["'=1+1", 'report@ok.test', 'Ok', 'New', '']);
    expect(second?.slice(2)).toEqual([
      "'=cmd()",
      'Refused',
      'E-mail: Please enter a valid e-mail address.',
    ]);
  });

  it('can be imported again, and change nothing', async () => {
    await importAll(
      'Customer,Domains,Customer phone,Website,Notes\n"+Plus; ""Söhne""",round.test,+1 2,round.test,"a\nb"\n',
    );
    await importAll(
      'Customer,E-mail,First name,Last name,Phone,Job title,Language,Main contact,Portal access\n"+Plus; ""Söhne""",trip@round.test,=Anna,-Bo,+49 30,@boss,fr,yes,no\n',
    );
    for (const kind of ['contacts', 'customers']) {
      const { body } = await acme.admin.get(`/api/v1/exports/${kind}?search=round.test`);
      const cells = (await lines(body)).flat();
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      const { counts } = await importAll(body, { existing: 'update' });
      expect(counts).toMatchObject({ created: 0, updated: 0, unchanged: 1, refused: 0 });
    }
    const [exported] = await server.rows(
      "select details from audit_entries where tenant_id = $1 and action = 'contact.exported'",
      [acme.tenantId],
    );
    expect(exported?.details).toMatchObject({ count: 1, search: 'round.test' });
  });

  it('hold what the role shows', async () => {
    const mine = await acme.customer('Own', ['own.test']);
    await importAll('E-mail\nseen@own.test\nunseen@good.test\n');
    const client = await acme.technicianWith(['contacts.view', 'customers.view'], [mine]);
    const contacts = (await client.get('/api/v1/exports/contacts')).body;
    expect(contacts).toContain('seen@own.test');
    expect(contacts).not.toContain('unseen@good.test');
    const customers = (await client.get('/api/v1/exports/customers')).body;
    expect(await lines(customers)).toHaveLength(2);
    const none = await acme.technicianWith(['tickets.view']);
    expect((await none.get('/api/v1/exports/contacts')).status).toBe(403);
  });
});
