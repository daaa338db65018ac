import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDns, type TestDns } from '../../../tests/support/dns.ts';
import { startSecondProcess } from '../../../tests/support/second-process.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let dns: TestDns;
let acme: TestTenant;
let other: TestTenant;
const URL_OF = '/api/v1/portal-address';

beforeAll(async () => {
  server = await startTestServer();
  dns = makeDns();
  server.platform.dns = dns.resolve;
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
});
afterAll(() => server.close());

const portOf = () => `:${server.config.port}`;
const at = (domain: string) => server.at(domain + portOf());
const leadHere = (domain: string) => dns.add('CNAME', domain, server.config.portalSuffix);

async function set(tenant: TestTenant, domain: string) {
  const answer = await tenant.admin.put('/api/v1/portal-domain', { domain });
  expect(answer.body).toMatchObject({ domain: { domain: expect.any(String) } });
  return answer.body.domain;
}

/** Looks again, and waits for what was seen. */
async function check(tenant: TestTenant) {
  expect((await tenant.admin.post('/api/v1/portal-domain/checks')).status).toBe(202);
  return until(async () => {
    const { domain } = (await tenant.admin.get(URL_OF)).body;
    return domain.isChecking ? undefined : domain;
  }, 'looking at the domain');
}

/** Whose portal answers at a domain; what a process remembers is over after five seconds. */
const whoseIs = (domain: string, expected: string | number) =>
  until(
    async () => {
      const { status, body } = await at(domain).get('/portal/v1/site');
      const found = status === 200 ? body.companyName : status;
      return found === expected ? found : undefined;
    },
    `${expected} at ${domain}`,
    9_000,
  );

async function prove(tenant: TestTenant, domain: string) {
  const { proof } = await set(tenant, domain);
  dns.add('TXT', proof.host, proof.value);
  leadHere(domain);
  return check(tenant);
}

async function remove(tenant: TestTenant) {
  expect((await tenant.admin.delete('/api/v1/portal-domain')).status).toBe(200);
}

describe('the Portal Domain Name', () => {
  it('shows the records to create, claims nothing, and serves once it is proven and leads here', async () => {
    const domain = 'support.first.example';
    const shown = await set(acme, `https://Support.First.EXAMPLE./`);
    expect(shown).toMatchObject({
      domain,
      state: 'waiting',
      isProven: false,
      proof: {
        type: 'TXT',
        host: `_portico.${domain}`,
        value: expect.stringMatching(/^portico-domain=[0-9a-f]{40}$/),
      },
      ways: [{ records: [{ type: 'CNAME', host: domain, value: 'servicedesk.localhost' }] }],
    });
    expect(await check(acme)).toMatchObject({
      state: 'waiting',
      problems: ['proofMissing', 'leadsNowhere'],
    });
    // leading here is no proof
    leadHere(domain);
    expect(await check(acme)).toMatchObject({ state: 'waiting', problems: ['proofMissing'] });
    expect((await at(domain).get('/portal/v1/site')).status).toBe(404);
    expect((await at(domain).get('/')).headers['set-cookie']).toBeUndefined();

    dns.add('TXT', shown.proof.host, 'v=spf1 -all');
    dns.add('TXT', shown.proof.host, shown.proof.value);
    expect(await check(acme)).toMatchObject({ state: 'serving', problems: [], isProven: true });
    expect(await whoseIs(domain, 'Acme')).toBe('Acme');
    const address = (await acme.admin.get(URL_OF)).body;
    expect(address.portalAddress).toBe(`http://${domain}${portOf()}`);
    expect(address.generatedPortalAddress).toBe(server.config.portalOrigin(acme.slug));
    // the old one goes on
    expect((await acme.portal().get('/portal/v1/site')).body.companyName).toBe('Acme');
    await remove(acme);
  });

  it('is proven without leading here: it answers, but links do not name it', async () => {
    const { proof } = await set(acme, 'half.example');
    dns.add('TXT', proof.host, proof.value);
    dns.add('A', 'half.example', '192.0.2.9');
    expect(await check(acme)).toMatchObject({
      state: 'proven',
      problems: ['leadsElsewhere'],
      leadsTo: ['192.0.2.9'],
      isApex: true,
    });
    expect((await acme.admin.get(URL_OF)).body.portalAddress).toBe(
      server.config.portalOrigin(acme.slug),
    );
    await remove(acme);
  });

  it('leads here by addresses of our own, and is opened as a browser would', async () => {
    dns.add('A', server.config.portalSuffix, '127.0.0.1');
    const { proof } = await set(acme, 'apex.example');
    dns.add('TXT', proof.host, proof.value);
    dns.add('A', 'apex.example', '127.0.0.1');
    const shown = await check(acme);
    expect(shown).toMatchObject({ state: 'serving', leadsHere: true });
    expect(shown.ways).toEqual([
      { records: [{ type: 'A', host: 'apex.example', value: '127.0.0.1' }] },
    ]);
    const [row] = await server.rows('select answers from portal_domains where tenant_id = $1', [
      acme.tenantId,
    ]);
    expect(row?.answers).toBe('well');
    await remove(acme);
    dns.remove('A', server.config.portalSuffix);
  });

  it('takes nothing from a text of another company, or of a proof that was taken back', async () => {
    const domain = 'theirs.example';
    leadHere(domain);
    const { proof } = await set(acme, domain);
    await set(other, domain);
    dns.add('TXT', proof.host, proof.value);
    expect(await check(other)).toMatchObject({ state: 'waiting', problems: ['proofMissing'] });
    await remove(acme);
    const again = await set(acme, domain);
    expect(again.proof.value).not.toBe(proof.value);
    expect(await check(acme)).toMatchObject({ state: 'waiting', problems: ['proofMissing'] });
    await remove(acme);
    await remove(other);
  });

  it('is broken when its proof is gone, waits three days, and is served no longer', async () => {
    const domain = 'gone.example';
    const { proof } = await prove(acme, domain);
    await whoseIs(domain, 'Acme');
    dns.remove('TXT', proof.host);
    expect(await check(acme)).toMatchObject({
      state: 'broken',
      problems: ['proofMissing'],
      since: expect.any(String),
    });
    const address = (await acme.admin.get(URL_OF)).body;
    expect(address.portalAddress).toBe(address.generatedPortalAddress);
    expect((await at(domain).get('/portal/v1/site')).status).toBe(200);
    await server.rows(
      `update domain_proofs set missing_since = now() - interval '73 hours' where domain = $1`,
      [domain],
    );
    expect(await check(acme)).toMatchObject({ state: 'broken', isProven: false });
    await whoseIs(domain, 404);
    dns.add('TXT', proof.host, proof.value);
    expect(await check(acme)).toMatchObject({ state: 'serving' });
    await remove(acme);
  });

  it('tells those who can mend it once each time it breaks, and why', async () => {
    const domain = 'told.example';
    const mails = () =>
      server.rows<{ to: string; text: string }>(
        `select to_addresses[1] as to, text from outbound_messages
         where tenant_id = $1 and subject like '%' || $2 || '%' order by id`,
        [acme.tenantId, domain],
      );
    const without = await acme.technician();
    await prove(acme, domain);
    expect(await mails()).toEqual([]);
    dns.remove('CNAME', domain);
    expect(await check(acme)).toMatchObject({ state: 'broken', problems: ['leadsNowhere'] });
    await check(acme);
    const sent = await mails();
    expect(sent.map(({ to }) => to)).not.toContain(without.email);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toContain('its CNAME or A record is gone');
    expect(sent[0]?.text).toContain('/admin/portal');
    leadHere(domain);
    expect(await check(acme)).toMatchObject({ state: 'serving' });
    dns.remove('CNAME', domain);
    await check(acme);
    expect(await mails()).toHaveLength(2);
    await remove(acme);
  });

  it('stays as it is while no name server answers', async () => {
    const domain = 'silent.example';
    await prove(acme, domain);
    dns.isSilent = true;
    expect(await check(acme)).toMatchObject({ state: 'serving', problems: ['noAnswer'] });
    dns.isSilent = false;
    await remove(acme);
  });

  it('is looked at again by itself when its time has come', async () => {
    const domain = 'daily.example';
    const { proof } = await prove(acme, domain);
    const [row] = await server.rows<{ hours: number }>(
      `select extract(epoch from next_check_at - now()) / 3600 as hours
       from domain_proofs where domain = $1`,
      [domain],
    );
    expect(Number(row?.hours)).toBeCloseTo(24, 0);
    dns.remove('TXT', proof.host);
    await server.rows('update domain_proofs set next_check_at = now() where domain = $1', [domain]);
    const { orderDueChecks } = await import('#modules/domain-proofs/index.ts');
    await orderDueChecks(server.platform);
    await until(async () => {
      const { domain: shown } = (await acme.admin.get(URL_OF)).body;
      return shown.state === 'broken' ? shown : undefined;
    }, 'the daily look');
    await remove(acme);
  });
});

describe('a domain that two companies want', () => {
  it('is whose proof is there; a new proof wins when the old one is gone', async () => {
    const domain = 'wanted.example';
    const { proof } = await prove(acme, domain);
    await whoseIs(domain, 'Acme');
    const theirs = await set(other, domain);
    dns.add('TXT', theirs.proof.host, theirs.proof.value);
    expect(await check(other)).toMatchObject({ state: 'waiting', problems: ['heldByAnother'] });
    await whoseIs(domain, 'Acme');

    dns.remove('TXT', proof.host);
    dns.add('TXT', theirs.proof.host, theirs.proof.value);
    expect(await check(other)).toMatchObject({ state: 'serving', isProven: true });
    await whoseIs(domain, 'Other');
    // the loser learns so without asking: its mails no longer name the domain
    const lost = await until(async () => {
      const { body } = await acme.admin.get(URL_OF);
      return body.domain.state === 'broken' ? body : undefined;
    }, 'word of the loss');
    expect(lost.portalAddress).toBe(lost.generatedPortalAddress);
    expect(lost.domain).toMatchObject({ isProven: false, problems: ['proofMissing'] });
    await remove(acme);
    // what the loser gives up takes nothing from the winner
    await whoseIs(domain, 'Other');
    await remove(other);
    await whoseIs(domain, 404);
  });

  it('has one holder, however many prove it at the same moment', async () => {
    const domain = 'race.example';
    leadHere(domain);
    for (const tenant of [acme, other]) {
      const { proof } = await set(tenant, domain);
      dns.add('TXT', proof.host, proof.value);
    }
    await Promise.all([...Array(4)].flatMap(() => [check(acme), check(other)]));
    const states = [await check(acme), await check(other)].map(({ state }) => state);
    expect(states.sort()).toEqual(['serving', 'waiting']);
    expect(
      await server.rows('select count(*)::int as n from proven_domains where domain = $1', [
        domain,
      ]),
    ).toEqual([{ n: 1 }]);
    await remove(acme);
    await remove(other);
    expect(await server.rows('select * from proven_domains')).toEqual([]);
    expect(await server.rows('select * from domain_proofs')).toEqual([]);
  });
});

it('leaves every process within a minute of its removal', async () => {
  const domain = 'processes.example';
  await prove(acme, domain);
  const second = await startSecondProcess(server);
  try {
    const there = () => second.at(at(domain)).get('/portal/v1/site');
    expect((await there()).status).toBe(200);
    await remove(acme);
    await until(
      async () => ((await there()).status === 404 ? true : undefined),
      'the removal in the other process',
      9_000,
    );
  } finally {
    await second.stop();
  }
}, 60_000);

describe('a session on an own domain', () => {
  it('is opened there, is worth nothing elsewhere, and ends with the domain', async () => {
    const domain = 'session.example';
    await prove(acme, domain);
    await whoseIs(domain, 'Acme');
    const contact = await acme.contact();
    const browser = at(domain);
    const credentials = { username: contact.username, password: TEST_PASSWORD };
    const foreign = await browser.post('/portal/v1/session', credentials, {
      origin: server.config.portalOrigin(acme.slug),
    });
    expect(foreign.status).toBe(403);
    const signIn = await browser.post('/portal/v1/session', credentials);
    expect(signIn.status).toBe(200);
    const [cookie = ''] = signIn.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Domain=/i);
    expect((await browser.get('/portal/v1/tickets')).status).toBe(200);
    // the same cookie at the generated address, and the other way round
    const moved = acme.portal();
    for (const [name, value] of browser.cookies) moved.cookies.set(name, value);
    expect((await moved.get('/portal/v1/tickets')).status).toBe(401);
    const brought = at(domain);
    for (const [name, value] of contact.cookies) brought.cookies.set(name, value);
    expect((await brought.get('/portal/v1/tickets')).status).toBe(401);

    // another company that gets the domain gets none of its sessions
    await remove(acme);
    dns.remove('TXT', `_portico.${domain}`);
    await prove(other, domain);
    await whoseIs(domain, 'Other');
    expect((await browser.get('/portal/v1/tickets')).status).toBe(401);
    expect(
      await server.rows('select id from sessions where host = $1', [domain + portOf()]),
    ).toEqual([]);
    await remove(other);
  });

  it('has no console and no API of technicians', async () => {
    const domain = 'console.example';
    await prove(acme, domain);
    await whoseIs(domain, 'Acme');
    const browser = at(domain);
    for (const [name, value] of acme.admin.cookies) browser.cookies.set(name, value);
    expect((await browser.get('/api/v1/settings')).status).toBe(404);
    await remove(acme);
  });
});

describe('PUT /portal-domain', () => {
  it.each([
    ['*.example.com', 'wildcardDomain'],
    ['intranet', 'invalidDomain'],
    ['support.servicedesk.localhost', 'domainIsOurs'],
    ['localhost', 'invalidDomain'],
    ['co.uk', 'domainOfEverybody'],
    ['192.0.2.1', 'domainIsAddress'],
    ['example.com/help', 'domainWithPath'],
    ['a\r\nb.example', 'invalid'],
    [' ', 'required'],
  ])('400: %j is refused with its reason (%s)', async (domain, code) => {
    const answer = await acme.admin.put('/api/v1/portal-domain', { domain });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([expect.objectContaining({ field: 'domain', code })]);
    expect(answer.body.errors[0].message).toMatch(/\w{3}/);
  });

  it('keeps an international name in ASCII and shows it as it is written', async () => {
    expect(await set(acme, 'Hilfe.MÜLLER.example')).toMatchObject({
      domain: 'hilfe.xn--mller-kva.example',
      displayName: 'hilfe.müller.example',
    });
    await remove(acme);
  });

  it('replaces another one, two windows at once leave one', async () => {
    await Promise.all(['a', 'b', 'a', 'b'].map((name) => set(acme, `${name}.twice.example`)));
    const rows = await server.rows('select domain from portal_domains where tenant_id = $1', [
      acme.tenantId,
    ]);
    expect(rows).toHaveLength(1);
    expect(await server.rows('select domain from domain_proofs')).toEqual(rows);
    await remove(acme);
  });

  it('401, 403, 404: nobody, without the right, and when there is none', async () => {
    const limited = await acme.technicianWith(['tickets.view']);
    for (const [method, path] of [
      ['GET', '/portal-address'],
      ['PUT', '/portal-address/slug'],
      ['PUT', '/portal-domain'],
      ['DELETE', '/portal-domain'],
      ['POST', '/portal-domain/checks'],
    ] as const) {
      const body = method === 'GET' ? undefined : {};
      const nobody = server.console();
      const headers = { origin: server.config.baseUrl };
      expect((await nobody.send(method, `/api/v1${path}`, body, headers)).status).toBe(401);
      expect((await limited.send(method, `/api/v1${path}`, body)).status).toBe(403);
    }
    expect((await acme.admin.delete('/api/v1/portal-domain')).status).toBe(404);
    expect((await acme.admin.post('/api/v1/portal-domain/checks')).status).toBe(404);
  });

  it('is in the audit log from the claim to the removal', async () => {
    await prove(other, 'audited.example');
    await remove(other);
    const { items } = (await other.admin.get('/api/v1/audit-entries?limit=3')).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual([
      'portal.domainRemoved',
      'domain.proven',
      'portal.domainAdded',
    ]);
  });
});
