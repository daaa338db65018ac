import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createCustomer,
  setCustomerArchived,
  setIncludesSubdomains,
} from '#modules/customers/index.ts';
import { createTenant } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import { isPasswordRight } from '#platform/crypto/passwords.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { brokenPasswordRules } from '#shared/password-rules.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { changeContact } from './change-contact.ts';
import { readPassword } from './contact-credentials.ts';
import { createContact, ensureContactForSender } from './create-contact.ts';

let server: TestServer;
let tenantId: number;
const actor = systemActor('test');

const inTenant = <T>(work: (tx: TenantTx) => Promise<T>, id = tenantId) =>
  server.platform.db.withTenant({ tenantId: id, actor }, work);

const newTenant = (companyName: string) =>
  createTenant(server.platform, { companyName, language: 'en' }, actor, async (tx) => tx.tenantId);

const addCustomer = (name: string, ...domains: string[]) =>
  inTenant((tx) => createCustomer(tx, { name, phone: null, website: null, notes: '', domains }));

const sender = (email: string, name = '') => ({
  email,
  name,
  language: 'en' as const,
  mayBeWelcomed: true,
});

beforeAll(async () => {
  server = await startTestServer();
  tenantId = await newTenant('Acme');
});
afterAll(() => server?.close());

describe('createContact', () => {
  it('generates a username and a password that is readable and signs in', async () => {
    const contact = await inTenant((tx) =>
      createContact(tx, { email: 'jane.doe@one.test', firstName: 'Jane', lastName: 'Doe' }),
    );
    expect(contact).toMatchObject({ portalUsername: 'jane.doe', passwordState: 'generated' });
    const kept = await inTenant((tx) => readPassword(tx, contact.id));
    expect(kept?.password.length).toBeGreaterThanOrEqual(16);
    expect(brokenPasswordRules(kept?.password ?? '')).toEqual([]);
    const [row] = await server.rows(
      'select password_hash, generated_password_encrypted from contacts where id = $1',
      [contact.id],
    );
    expect(await isPasswordRight(row?.password_hash, kept?.password ?? '')).toBe(true);
    expect(row?.generated_password_encrypted.toString('latin1')).not.toContain(kept?.password);
  });

  it('numbers usernames that are taken', async () => {
    const names: string[] = [];
    for (const domain of ['a', 'b', 'c']) {
      const contact = await inTenant((tx) =>
        createContact(tx, { email: `info@${domain}.test`, firstName: '', lastName: '' }),
      );
      names.push(contact.portalUsername);
    }
    expect(names).toEqual(['info', 'info2', 'info3']);
  });

  it('finds a username when all the plain numbers are taken', async () => {
    await server.rows(
      `insert into contacts (tenant_id, email, portal_username)
       select $1, 'many' || n || '@many.test', case n when 1 then 'many' else 'many' || n end
       from generate_series(1, 30) n`,
      [tenantId],
    );
    const contact = await inTenant((tx) =>
      createContact(tx, { email: 'many@other.test', firstName: '', lastName: '' }),
    );
    expect(contact.portalUsername).toMatch(/^many\d{1,6}$/);
  });

  it('opens the encrypted password for its own row only', async () => {
    const [a, b] = await inTenant(async (tx) => [
      await createContact(tx, { email: 'seal-a@x.test', firstName: '', lastName: '' }),
      await createContact(tx, { email: 'seal-b@x.test', firstName: '', lastName: '' }),
    ]);
    await server.rows(
      `update contacts set generated_password_encrypted =
         (select generated_password_encrypted from contacts where id = $1) where id = $2`,
      [a?.id, b?.id],
    );
    expect(await inTenant((tx) => readPassword(tx, b?.id ?? 0))).toBeNull();
  });
});

describe('ensureContactForSender', () => {
  it('adds the contact to the customer whose domain it is', async () => {
    const customer = await addCustomer('Globex', 'globex.test');
    const { contact, isNew } = await inTenant((tx) =>
      ensureContactForSender(tx, sender('homer@globex.test', 'Simpson, Homer')),
    );
    expect(isNew).toBe(true);
    expect(contact).toMatchObject({
      firstName: 'Homer',
      lastName: 'Simpson',
      customerId: customer.id,
      hasPortalAccess: true,
      passwordState: 'generated',
    });
    const again = await inTenant((tx) =>
      ensureContactForSender(tx, sender('homer@globex.test', 'Somebody Else')),
    );
    expect(again).toMatchObject({ isNew: false, contact: { id: contact.id, firstName: 'Homer' } });
  });

  it('takes a sub-domain for the customer only where the customer says so', async () => {
    const customer = await addCustomer('Subway', 'subway.test');
    const of = async (email: string) =>
      (await inTenant((tx) => ensureContactForSender(tx, sender(email)))).contact.customerId;
    expect(await of('a@eu.subway.test')).toBeNull();
    await inTenant((tx) => setIncludesSubdomains(tx, customer.id, 'Subway.test', true));
    expect(await of('b@eu.subway.test')).toBe(customer.id);
    // Adopted with his next mail.
    expect(await of('a@eu.subway.test')).toBe(customer.id);
    expect(await of('c@notsubway.test')).toBeNull();
    // A closer domain of somebody else comes first.
    const other = await addCustomer('Europe', 'eu.subway.test');
    expect(await of('d@eu.subway.test')).toBe(other.id);
    expect(await of('e@deep.eu.subway.test')).toBe(customer.id);
  });

  it('matches no archived customer', async () => {
    const customer = await addCustomer('Closed', 'closed.test');
    await inTenant((tx) => setCustomerArchived(tx, customer.id, true));
    const { contact } = await inTenant((tx) => ensureContactForSender(tx, sender('a@closed.test')));
    expect(contact).toMatchObject({ customerId: null, hasPortalAccess: false });
  });

  it('knows a person by the address without its tag', async () => {
    await addCustomer('Plus', 'plus.test');
    const tagged = ['kim+news@plus.test', 'kim@plus.test', 'kim+a+b@plus.test', 'kim+@plus.test'];
    const answers = await Promise.all(
      tagged.map((email) => inTenant((tx) => ensureContactForSender(tx, sender(email)))),
    );
    expect(new Set(answers.map(({ contact }) => contact.id)).size).toBe(1);
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(answers[0]?.contact.portalUsername).toBe('kim');
    const odd = await inTenant((tx) => ensureContactForSender(tx, sender('+kim@plus.test')));
    expect(odd.isNew).toBe(true);
    await expect(
      inTenant((tx) =>
        createContact(tx, { email: 'kim+again@plus.test', firstName: '', lastName: '' }),
      ),
    ).rejects.toMatchObject({ fieldErrors: [{ field: 'email', code: 'emailTaken' }] });
    // The person's own address may get or lose a tag.
    const { id, version } = answers[0]!.contact;
    await inTenant((tx) => changeContact(tx, id, version, { email: 'kim+work@plus.test' }));
    const again = await inTenant((tx) => ensureContactForSender(tx, sender('kim@plus.test')));
    expect(again.contact.id).toBe(id);
  });

  it('speaks the language of the mail, else of the customer, else of the company', async () => {
    const customer = await addCustomer('Langue', 'langue.test');
    const languageOf = async (email: string, language: 'fr' | null) =>
      (await inTenant((tx) => ensureContactForSender(tx, { ...sender(email), language }))).contact
        .language;
    expect(await languageOf('a@langue.test', null)).toBe('en');
    await server.rows("update contacts set language = 'it' where customer_id = $1", [customer.id]);
    expect(await languageOf('b@langue.test', null)).toBe('it');
    expect(await languageOf('c@langue.test', 'fr')).toBe('fr');
    expect(await languageOf('d@langue.test', null)).toBe('it');
  });

  it('welcomes nobody in whose name somebody else may have written, until he writes himself', async () => {
    const mailsTo = (email: string) =>
      server.rows(
        "select id from outbound_messages where kind = 'welcome' and $1 = any(to_addresses)",
        [email],
      );
    await server.rows('update tenants set new_contact_mail_enabled = true where id = $1', [
      tenantId,
    ]);
    await addCustomer('Doubt', 'doubt.test');
    const write = async (mayBeWelcomed: boolean) =>
      (
        await inTenant((tx) =>
          ensureContactForSender(tx, { ...sender('a@doubt.test'), mayBeWelcomed }),
        )
      ).contact;
    expect((await write(false)).awaitsWelcome).toBe(true);
    expect((await write(false)).awaitsWelcome).toBe(true);
    expect(await mailsTo('a@doubt.test')).toHaveLength(0);
    expect((await write(true)).awaitsWelcome).toBe(false);
    await write(true);
    expect(await mailsTo('a@doubt.test')).toHaveLength(1);
    await server.rows('update tenants set new_contact_mail_enabled = false where id = $1', [
      tenantId,
    ]);
  });

  it('keeps strangers without customer, password and portal', async () => {
    const { contact } = await inTenant((tx) =>
      ensureContactForSender(tx, sender('stranger@nowhere.test')),
    );
    expect(contact).toMatchObject({
      customerId: null,
      hasPortalAccess: false,
      passwordState: 'none',
    });
  });

  it('takes nobody from a free-mail provider for a customer', async () => {
    const { contact } = await inTenant((tx) =>
      ensureContactForSender(tx, sender('jane@gmail.com')),
    );
    expect(contact.customerId).toBeNull();
  });

  it('makes one contact of many mails at the same moment', async () => {
    await addCustomer('Initech', 'initech.test');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        inTenant((tx) => ensureContactForSender(tx, sender('peter@initech.test'))),
      ),
    );
    expect(new Set(answers.map(({ contact }) => contact.id)).size).toBe(1);
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('gives many people of one name different usernames at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        inTenant((tx) => ensureContactForSender(tx, sender(`same@place${index}.test`))),
      ),
    );
    const usernames = answers.map(({ contact }) => contact.portalUsername);
    expect(new Set(usernames).size).toBe(8);
  });

  it('adopts a stranger once a customer has the domain', async () => {
    const first = await inTenant((tx) => ensureContactForSender(tx, sender('early@umbrella.test')));
    expect(first.contact.customerId).toBeNull();
    const customer = await addCustomer('Umbrella', 'umbrella.test');
    const { contact, isNew } = await inTenant((tx) =>
      ensureContactForSender(tx, sender('early@umbrella.test')),
    );
    expect(isNew).toBe(false);
    expect(contact).toMatchObject({
      customerId: customer.id,
      hasPortalAccess: true,
      passwordState: 'generated',
    });
  });

  it('leaves everybody unassigned when automatic contacts are switched off', async () => {
    await addCustomer('Hooli', 'hooli.test');
    await server.rows('update tenants set automatic_contacts_enabled = false where id = $1', [
      tenantId,
    ]);
    const { contact } = await inTenant((tx) =>
      ensureContactForSender(tx, sender('gavin@hooli.test')),
    );
    expect(contact.customerId).toBeNull();
    await server.rows('update tenants set automatic_contacts_enabled = true where id = $1', [
      tenantId,
    ]);
  });

  it('does not know the contacts of another tenant', async () => {
    const mine = await inTenant((tx) => ensureContactForSender(tx, sender('both@shared.test')));
    const other = await newTenant('Other');
    const theirs = await inTenant(
      (tx) => ensureContactForSender(tx, sender('both@shared.test')),
      other,
    );
    expect(theirs.isNew).toBe(true);
    expect(theirs.contact.id).not.toBe(mine.contact.id);
    expect(theirs.contact.portalUsername).toBe('both');
  });
});
