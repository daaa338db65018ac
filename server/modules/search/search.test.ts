import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMessage } from '#modules/conversations/index.ts';
import { createTicket } from '#modules/tickets/index.ts';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let jane: TestContact;
let boss: TestContact;
let printer: number;
let vpn: number;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  const globex = await acme.customer('Glöbex Werke');
  jane = await acme.contact({ customerId: globex, firstName: 'Jané', lastName: 'Müller' });
  boss = await acme.contact({ customerId: globex, isMainContact: true });
  printer = await open(
    acme,
    'Drucker im Büro druckt nicht',
    'Fehlermeldung <b>E-4711</b> am Gerät',
    jane,
  );
  vpn = await open(acme, 'VPN & Größe', 'Kein Zugriff auf server-01.globex.local', null);
  await open(other, 'Drucker der anderen', 'Fehlermeldung', null);
});
afterAll(() => server.close());

async function open(
  tenant: TestTenant,
  subject: string,
  html: string,
  contact: TestContact | null,
) {
  const answer = await tenant.admin.post('/api/v1/tickets', {
    subject,
    html: `<p>${html}</p>`,
    ...(contact && { contactId: contact.contactId }),
  });
  expect(answer.status).toBe(201);
  return answer.body.number as number;
}

const find = async (words: string, rest = '') => {
  const answer = await acme.admin.get(`/api/v1/tickets?search=${encodeURIComponent(words)}${rest}`);
  expect(answer.status).toBe(200);
  return answer.body.items.map((row: { number: number }) => row.number);
};
const findAs = async (contact: TestContact, words: string, scope = 'own') =>
  (
    await contact.get(`/portal/v1/tickets?scope=${scope}&search=${encodeURIComponent(words)}`)
  ).body.items.map((row: { number: number }) => row.number);

describe('technicians find', () => {
  it.each([
    ['words of the subject', 'drucker'],
    ['without accents', 'buro'],
    ['with accents where there are none', 'drückt'],
    ['capitals', 'DRUCKER BÜRO'],
    ['the beginning of a word', 'druck'],
    ['the inside of a word of the subject', 'ruckt'],
    ['words of a message', 'fehlermeldung 4711'],
    ['the contact', 'jane muller'],
    ['the customer', 'globex werke'],
    ['words from different places', 'müller fehlermeldung büro'],
  ])('%s: %s', async (_, words) => {
    expect(await find(words)).toEqual([printer]);
  });

  it('the address, its parts, and the number', async () => {
    expect(await find(jane.email)).toEqual([printer]);
    expect(await find(jane.email.split('@')[1] ?? '')).toEqual([printer]);
    expect(await find(`#${printer}`)).toContain(printer);
  });

  it('parts of a host name, and a sharp s', async () => {
    expect(await find('server-01')).toEqual([vpn]);
    expect(await find('grosse')).toEqual([vpn]);
  });

  it('nothing that is not there, or not in every word, or not theirs', async () => {
    expect(await find('zeppelin')).toEqual([]);
    expect(await find('drucker zeppelin')).toEqual([]);
    expect(await find('anderen')).toEqual([]);
    expect(await find('!!!')).toEqual([]);
  });

  it('what the filters leave', async () => {
    expect(await find('drucker', '&status=closed')).toEqual([]);
    expect(await find('drucker', '&status=open&sort=-priority')).toEqual([printer]);
  });

  it.each([
    "'",
    '\\',
    ':*',
    'a & b',
    "x' | 'drucker",
    '%',
    '_',
    '<->',
    '()',
    '\u{1F600}',
    'a\tb'.trim(),
  ])('no harm in %j', async (words) => {
    const answer = await acme.admin.get(`/api/v1/tickets?search=${encodeURIComponent(words)}`);
    expect([200, 400]).toContain(answer.status);
    if (answer.status === 200) expect(answer.body.items.length).toBeLessThanOrEqual(2);
  });
});

describe('internal notes', () => {
  it('are found by technicians and never by contacts', async () => {
    const note = await acme.admin.post(`/api/v1/tickets/${printer}/notes`, {
      html: '<p>Kunde ist schwierig, Geheimwort Krokodil</p>',
    });
    expect(note.status).toBe(201);
    expect(await find('krokodil')).toEqual([printer]);
    expect(await findAs(jane, 'drucker')).toEqual([printer]);
    expect(await findAs(jane, 'krokodil')).toEqual([]);
    expect(await findAs(jane, 'drucker krokodil')).toEqual([]);
    expect(await findAs(boss, 'krokodil', 'company')).toEqual([]);
    expect(await findAs(boss, 'drucker', 'company')).toEqual([printer]);
    expect(await findAs(boss, 'drucker')).toEqual([]);
  });
});

describe('documents', () => {
  it('follow the subject and the people', async () => {
    const number = await open(acme, 'Alter Betreff', 'Inhalt', jane);
    const ticket = (await acme.admin.get(`/api/v1/tickets/${number}`)).body;
    const initech = await acme.customer('Initech');
    const peter = await acme.contact({ customerId: initech, lastName: 'Gibbons' });
    await acme.admin.patch(`/api/v1/tickets/${number}`, {
      version: ticket.version,
      subject: 'Neuer Titel',
      contactId: peter.contactId,
    });
    expect(await find('alter betreff')).toEqual([]);
    expect(await find('neuer gibbons initech inhalt')).toEqual([number]);
    expect(await find('neuer müller')).toEqual([]);
  });

  it('follow a contact’s new name', async () => {
    const contact = await acme.contact({ lastName: 'Vorher' });
    const number = await open(acme, 'Namen', 'x', contact);
    const { body } = await acme.admin.get(`/api/v1/contacts/${contact.contactId}`);
    const changed = await acme.admin.patch(`/api/v1/contacts/${contact.contactId}`, {
      version: body.version,
      lastName: 'Nachher',
    });
    expect(changed.status).toBe(200);
    for (let wait = 0; wait < 50 && (await find('nachher')).length === 0; wait++) await sleep(100);
    expect(await find('nachher')).toEqual([number]);
    expect(await find('vorher')).toEqual([]);
  });

  it('take a message of any size', async () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `wort${index}`).join(' ');
    const { number } = await acme.inside(async (tx) => {
      const ticket = await createTicket(tx, { subject: 'Huge', source: 'api', contactId: null });
      for (let turn = 0; turn < 30; turn++) {
        const part = text.slice(turn * 15_000);
        const message = { ticketId: ticket.id, html: '<p>x</p>', text: part, authorName: 'x' };
        await addMessage(tx, { ...message, kind: 'contact', source: 'api' });
      }
      await addMessage(tx, {
        ticketId: ticket.id,
        kind: 'contact',
        source: 'api',
        authorName: 'x',
        html: '<p>x</p>',
        text: 'x'.repeat(1_000_000),
      });
      return ticket;
    });
    expect(await find('wort17 wort1800')).toEqual([number]);
  });
});

describe('many matches', () => {
  it('come page by page, the same as the whole, whether rare or common', async () => {
    const busy = await makeTenant(server);
    await busy.inside(async (tx) => {
      for (let index = 0; index < 900; index++) {
        const rare = index === 20 || index === 350 ? ' seltsam' : '';
        const some = index % 100 === 3 ? ' manchmal' : '';
        await createTicket(tx, {
          subject: `immer ${index}${rare}${some}`,
          source: 'api',
          contactId: null,
        });
      }
    });
    for (const [word, count] of [
      ['immer', 900],
      ['seltsam', 2],
      ['manchmal', 9],
      ['anchma', 9],
    ] as const) {
      const seen: number[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page = await busy.admin.get(
          `/api/v1/tickets?search=${word}&sort=-number&limit=100${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...page.body.items.map((row: { number: number }) => row.number));
        cursor = page.body.nextCursor;
      }
      expect(seen, word).toHaveLength(count);
      expect(seen, word).toEqual(seen.toSorted((a, b) => b - a));
    }
  }, 60_000);
});
