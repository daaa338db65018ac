import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCustomer } from '#modules/customers/index.ts';
import { createTenant } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import { isPasswordRight } from '#platform/crypto/passwords.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { brokenPasswordRules } from '#shared/password-rules.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
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

const sender = (email: string, name = '') => ({ email, name, language: 'en' as const });

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
      ensureContactForSender(tx, sender('homer@eu.globex.test', 'Simpson, Homer')),
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
      ensureContactForSender(tx, sender('homer@eu.globex.test', 'Somebody Else')),
    );
    expect(again).toMatchObject({ isNew: false, contact: { id: contact.id, firstName: 'Homer' } });
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
