import { createCustomer } from '#modules/customers/index.ts';
import { createTenant } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { deliver, type SmtpAnswer, until } from './smtp-client.ts';
import type { TestServer } from './test-server.ts';

const actor = systemActor('test');

export interface InboundRow {
  id: number;
  state: string;
  reason: string | null;
  ticket_id: number | null;
  subject: string | null;
  from_address: string | null;
  raw_key: string;
  steps: { step: string; outcome: string; detail: string }[];
}

/** A company that gets mail, seen from the mailroom: no technician, one customer. */
export interface MailCompany {
  tenantId: number;
  support: string;
  inTenant<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
  /** Sends a message to the support address (or another one) by SMTP. */
  send(
    raw: string | Buffer,
    envelope?: { from?: string; to?: string | string[] },
  ): Promise<SmtpAnswer>;
  /** Sends it, and waits until it has its place. */
  sendAndFile(
    raw: string | Buffer,
    envelope?: { from?: string; to?: string | string[] },
  ): Promise<InboundRow>;
  /** The newest message once it has its place. */
  lastFiled(): Promise<InboundRow>;
  messagesOf(ticketId: number | null): Promise<Record<string, unknown>[]>;
}

export async function makeMailCompany(
  server: TestServer,
  companyName = 'Acme',
  domains = ['globex.test'],
): Promise<MailCompany> {
  const { platform } = server;
  const made = await createTenant(platform, { companyName, language: 'en' }, actor, async (tx) => {
    await createCustomer(tx, { name: 'Globex', phone: null, website: null, notes: '', domains });
    const { address } = await tx
      .selectFrom('mailboxes')
      .select('address')
      .executeTakeFirstOrThrow();
    return { tenantId: tx.tenantId, support: address };
  });
  const company: MailCompany = {
    ...made,
    inTenant: (work) => platform.db.withTenant({ tenantId: made.tenantId, actor }, work),
    send: (raw, { from = 'jane@globex.test', to = made.support } = {}) =>
      deliver(server, { from, to }, raw),
    async sendAndFile(raw, envelope) {
      const answer = await company.send(raw, envelope);
      if (answer.code !== 250) throw new Error(`not taken: ${answer.text}`);
      return company.lastFiled();
    },
    lastFiled: () =>
      until(async () => {
        const [row] = await server.rows<InboundRow>(
          'select * from inbound_messages where tenant_id = $1 order by id desc limit 1',
          [made.tenantId],
        );
        return row?.state === 'received' ? undefined : row;
      }, 'filing the mail'),
    messagesOf: (ticketId) =>
      server.rows('select * from messages where tenant_id = $1 and ticket_id = $2 order by id', [
        made.tenantId,
        ticketId,
      ]),
  };
  return company;
}
