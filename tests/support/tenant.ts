import { createContact, setChosenPassword } from '#modules/contacts/index.ts';
import { createCustomer } from '#modules/customers/index.ts';
import { createRole, getBuiltInRole } from '#modules/roles/index.ts';
import { signUpCompany } from '#modules/setup/index.ts';
import { addTechnician } from '#modules/technicians/index.ts';
import { systemActor } from '#platform/actor.ts';
import { hashPassword } from '#platform/crypto/passwords.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Permission } from '#shared/permissions.ts';
import type { HttpClient } from './http-client.ts';
import type { TestServer } from './test-server.ts';

/** Everybody's password in tests; it keeps the rules. */
export const TEST_PASSWORD = 'Tulip-Harbour-42!';
let testPasswordHash: Promise<string> | undefined;

export interface TestTenant {
  tenantId: number;
  slug: string;
  companyName: string;
  /** Signed in to the console. */
  admin: HttpClient;
  adminId: number;
  adminEmail: string;
  adminPassword: string;
  /** One more technician with the built-in role, signed in. */
  technician(): Promise<TestTechnician>;
  /** One more technician with exactly these permissions, signed in; for some customers only if said. */
  technicianWith(
    permissions: readonly Permission[],
    customerIds?: readonly number[],
  ): Promise<TestTechnician>;
  /** A customer; returns its id. */
  customer(name?: string, domains?: readonly string[]): Promise<number>;
  /** A contact who has chosen his password, signed in to the portal. */
  contact(fields?: ContactFields): Promise<TestContact>;
  /** A browser at the tenant's portal, not signed in. */
  portal(): HttpClient;
  /** Runs operations without a request, as a job would. */
  inside<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
}

/** A signed-in browser that knows whose it is. */
export type TestTechnician = HttpClient & { technicianId: number; email: string };

export type TestContact = HttpClient & { contactId: number; email: string; username: string };

interface ContactFields {
  customerId?: number | null;
  isMainContact?: boolean;
  firstName?: string;
  lastName?: string;
  email?: string;
}

let made = 0;

/** A company, made by the operation that setup uses, with its Admin signed in over HTTP. */
export async function makeTenant(
  server: TestServer,
  options: { company?: string } = {},
): Promise<TestTenant> {
  const number = ++made;
  const companyName = options.company ?? `Company ${number}`;
  const adminEmail = `admin${number}@msp${number}.test`;
  const { platform } = server;
  const { tenant, admin } = await signUpCompany(
    platform,
    {
      companyName,
      firstName: 'Ada',
      lastName: `Boss ${number}`,
      email: adminEmail,
      password: TEST_PASSWORD,
      language: 'en',
    },
    async (_tx, made) => made,
  );
  const inside = <T>(work: (tx: TenantTx) => Promise<T>) =>
    platform.db.withTenant({ tenantId: tenant.id, actor: systemActor('test') }, work);

  async function addAndSignIn(
    permissions?: readonly Permission[],
    customerIds?: readonly number[],
  ): Promise<TestTechnician> {
    const person = ++made;
    const email = `technician${person}@msp${number}.test`;
    testPasswordHash ??= hashPassword(TEST_PASSWORD);
    const passwordHash = await testPasswordHash;
    const technician = await inside(async (tx) => {
      const role = permissions
        ? await createRole(tx, {
            name: `Role ${person}`,
            permissions: [...permissions],
            customerIds: customerIds ? [...customerIds] : null,
          })
        : await getBuiltInRole(tx, 'technician');
      return addTechnician(tx, {
        email,
        firstName: 'Tim',
        lastName: `Helper ${person}`,
        roleId: role.id,
        passwordHash,
      });
    });
    return Object.assign(await signInAs(server, email), { technicianId: technician.id, email });
  }

  async function addContact(fields: ContactFields = {}): Promise<TestContact> {
    const person = ++made;
    testPasswordHash ??= hashPassword(TEST_PASSWORD);
    const hash = await testPasswordHash;
    const contact = await inside(async (tx) => {
      const names = { firstName: 'Cora', lastName: `Client ${person}` };
      const email = `contact${person}@client${person}.test`;
      const contact = await createContact(tx, { customerId: null, email, ...names, ...fields });
      await setChosenPassword(tx, contact.id, hash);
      return contact;
    });
    const browser = server.portal(tenant.slug);
    const credentials = { username: contact.portalUsername, password: TEST_PASSWORD };
    const answer = await browser.post('/portal/v1/session', credentials);
    if (answer.status !== 200) throw new Error(`sign-in: ${JSON.stringify(answer.body)}`);
    const { id: contactId, email, portalUsername: username } = contact;
    return Object.assign(browser, { contactId, email, username });
  }

  async function addCustomer(name = `Customer ${++made}`, domains: readonly string[] = []) {
    const fields = { name, phone: null, website: null, notes: '', domains };
    return (await inside((tx) => createCustomer(tx, fields))).id;
  }

  return {
    tenantId: tenant.id,
    slug: tenant.slug,
    companyName,
    admin: await signInAs(server, adminEmail),
    adminId: admin.id,
    adminEmail,
    adminPassword: TEST_PASSWORD,
    technician: () => addAndSignIn(),
    technicianWith: addAndSignIn,
    customer: addCustomer,
    contact: addContact,
    portal: () => server.portal(tenant.slug),
    inside,
  };
}

/** A new browser in the console, signed in with the password of the tests. */
export async function signInAs(server: TestServer, email: string): Promise<HttpClient> {
  const browser = server.console();
  const credentials = { email, password: TEST_PASSWORD };
  const origin = server.config.baseUrl;
  const answer = await browser.post('/api/v1/session', credentials, { origin });
  if (answer.status !== 200) throw new Error(`sign-in of ${email}: ${JSON.stringify(answer.body)}`);
  return browser;
}
