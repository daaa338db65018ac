import pg from 'pg';
import type { Company } from './fill/people.ts';
import { vocabulary } from './fill/words.ts';

/** What the requests name: tickets, people and words of the big company. */
export interface Sample {
  /** Numbers from everywhere, as links in mails lead to old tickets as well as new ones. */
  numbers: number[];
  customers: number[];
  contacts: number[];
  technicians: number[];
  /** User names of contacts, each in some tens of tickets among all. */
  rareWords: string[];
  /** In one ticket each, and made of parts that all subjects have: the worst for a search by parts. */
  references: string[];
  /** In one of some hundred tickets: too many to fetch them all, too few to come across them soon. */
  seldomWords: string[];
  /** In a tenth to a third of all tickets. */
  commonWords: string[];
  /** Names of devices, whole and in part. */
  deviceWords: string[];
  /** Of tickets whose contact may answer by mail. */
  mailThreads: { number: number; email: string }[];
}

const COUNT = 200;

export async function drawSample(ownerUrl: string, company: Company): Promise<Sample> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`select set_config('app.tenant_id', $1, false)`, [String(company.tenantId)]);
    const idsOf = async (table: string) =>
      (
        await client.query<{ id: string }>(
          `select id from ${table} where tenant_id = $1 order by id limit ${COUNT}`,
          [company.tenantId],
        )
      ).rows.map(({ id }) => Number(id));
    const step = Math.max(Math.floor(company.tickets / COUNT), 1);
    const numbers = Array.from({ length: COUNT }, (_, index) => 1 + index * step);
    const threads = await client.query<{ number: string; email: string }>(
      `select t.number, c.email from tickets t
       join contacts c on c.tenant_id = t.tenant_id and c.id = t.contact_id
       where t.tenant_id = $1 and t.number = any ($2) order by t.number`,
      [company.tenantId, numbers],
    );
    return {
      numbers,
      customers: await idsOf('customers'),
      contacts: await idsOf('contacts'),
      technicians: await idsOf('technicians'),
      rareWords: numbers.map(
        (_, index) => `person${Math.floor(((index + 20) * company.contacts) / (COUNT + 20))}`,
      ),
      references: numbers.map((number) => `inv${String(number).padStart(8, '0')}`),
      seldomWords: vocabulary().slice(3_000, 3_000 + COUNT),
      commonWords: ['printer', 'password', 'outlook', 'network', 'laptop', 'windows'],
      deviceWords: numbers.map(
        (number) =>
          `laptop-${String(number % 90_000)
            .padStart(6, '0')
            .slice(0, 5)}`,
      ),
      mailThreads: threads.rows.map(({ number, email }) => ({ number: Number(number), email })),
    };
  } finally {
    await client.end();
  }
}
