import { recordAudit } from '#modules/audit/index.ts';
import { isFreeMailDomain } from '#modules/customers/index.ts';
import {
  askForProof,
  type DomainProof,
  deleteUnusedProof,
  findProof,
  isOnlyTenant,
  orderDomainCheck,
  proofRecord,
} from '#modules/domain-proofs/index.ts';
import { dkimRecord } from '#modules/outbox/index.ts';
import type { Config } from '#platform/config.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { invalid, isUniqueViolation, notFound, refused } from '#platform/errors.ts';
import { domainOf, normaliseAddress } from '#platform/mail/mail-address.ts';
import type { AuditAction } from '#shared/audit.ts';
import {
  deleteMailbox,
  findMailbox,
  insertMailbox,
  isOwnMailbox,
  listMailboxes,
  type Mailbox,
  makeFrom,
} from './mailboxes.queries.ts';

export interface DnsRecord {
  type: 'MX' | 'TXT';
  host: string;
  value: string;
  purpose: 'proof' | 'receive' | 'spf' | 'dkim' | 'dmarc';
}

export interface MailboxWithRecords extends Mailbox {
  records: DnsRecord[];
}

/** The tenant's addresses, each with the DNS records that its domain needs. */
export async function listMailboxesWithRecords(tx: TenantTx): Promise<MailboxWithRecords[]> {
  const mailboxes = await listMailboxes(tx);
  const withRecords: MailboxWithRecords[] = [];
  for (const mailbox of mailboxes) {
    withRecords.push({ ...mailbox, records: await recordsFor(tx, mailbox) });
  }
  return withRecords;
}

/**
 * Takes mail for another address of the company: from now on where the domain is proven to be the
 * tenant's or nobody else is on the installation, else once it is. Throws 400 with the field `address`:
 * `invalidAddress`, `reservedDomain` (the installation's own domain), `freeMailMailbox`, or
 * `addressTaken` (by any tenant).
 */
export async function addMailbox(tx: TenantTx, input: string): Promise<MailboxWithRecords> {
  const address = normaliseAddress(input);
  const refuse = (code: string, params = {}) => invalid({ field: 'address', code, params });
  if (address === null || address.includes('+')) throw refuse('invalidAddress');
  const domain = domainOf(address);
  if (isOwnDomain(domain, tx.platform.config)) throw refuse('reservedDomain');
  if (isFreeMailDomain(domain)) throw refuse('freeMailMailbox', { domain });
  if (await isOwnMailbox(tx, address)) throw refuse('addressTaken');
  const waitsForProof = await hasToProve(tx, domain);
  try {
    const mailbox = await insertMailbox(tx, { address, waitsForProof });
    await audit(tx, 'mailbox.added', mailbox);
    return { ...mailbox, records: await recordsFor(tx, mailbox) };
  } catch (error) {
    if (isUniqueViolation(error)) throw refuse('addressTaken');
    throw error;
  }
}

/** Outgoing mail comes from this mailbox from now on. Throws 409 `mailboxRetires` or `mailboxWaits`. */
export async function chooseFrom(tx: TenantTx, id: number): Promise<MailboxWithRecords> {
  const mailbox = await getMailbox(tx, id);
  if (mailbox.retires_at) throw refused('mailboxRetires');
  if (mailbox.waits_for_proof) throw refused('mailboxWaits');
  if (!mailbox.is_from) {
    await makeFrom(tx, id);
    await audit(tx, 'mailbox.madeFrom', mailbox);
  }
  return { ...mailbox, is_from: true, records: await recordsFor(tx, mailbox) };
}

/** Throws 409 `mailboxIsGenerated` or `mailboxIsFrom`: a company is never without either. */
export async function removeMailbox(tx: TenantTx, id: number): Promise<void> {
  const mailbox = await getMailbox(tx, id);
  if (mailbox.is_generated) throw refused('mailboxIsGenerated');
  if (mailbox.is_from) throw refused('mailboxIsFrom');
  await deleteMailbox(tx, id);
  await deleteUnusedProof(tx, domainOf(mailbox.address));
  await audit(tx, 'mailbox.removed', mailbox);
}

/** Looks now whether the domain of an address is proven. */
export async function checkMailboxDomain(tx: TenantTx, id: number): Promise<MailboxWithRecords> {
  const mailbox = await getMailbox(tx, id);
  if (await findProof(tx, domainOf(mailbox.address)))
    await orderDomainCheck(tx, domainOf(mailbox.address));
  return { ...mailbox, records: await recordsFor(tx, mailbox) };
}

/** Begins the proof where one is needed. */
async function hasToProve(tx: TenantTx, domain: string): Promise<boolean> {
  if (await isOnlyTenant(tx)) return false;
  const proof: DomainProof = await askForProof(tx, domain);
  if (proof.proven_at) return false;
  await orderDomainCheck(tx, domain);
  return true;
}

async function getMailbox(tx: TenantTx, id: number): Promise<Mailbox> {
  const mailbox = await findMailbox(tx, id);
  if (!mailbox) throw notFound();
  return mailbox;
}

/** None for an installation that nobody else can reach. */
async function recordsFor(tx: TenantTx, { address }: Mailbox): Promise<DnsRecord[]> {
  const { config } = tx.platform;
  const domain = domainOf(address);
  if (/(^|\.)localhost$/.test(domain)) return [];
  const dkim = await dkimRecord(tx, domain);
  const proof = await findProof(tx, domain);
  const sender = config.smtpUrl ? new URL(config.smtpUrl).hostname : config.baseHost;
  return [
    ...(proof ? [{ type: 'TXT' as const, ...proofRecord(proof), purpose: 'proof' as const }] : []),
    { type: 'MX', host: domain, value: `10 ${config.baseHost}.`, purpose: 'receive' },
    { type: 'TXT', host: domain, value: `v=spf1 mx a:${sender} ~all`, purpose: 'spf' },
    { type: 'TXT', ...dkim, purpose: 'dkim' },
    { type: 'TXT', host: `_dmarc.${domain}`, value: 'v=DMARC1; p=quarantine', purpose: 'dmarc' },
  ];
}

function isOwnDomain(domain: string, { mailDomain, baseHost }: Config): boolean {
  return [mailDomain, baseHost].some((own) => domain === own || domain.endsWith(`.${own}`));
}

async function audit(tx: TenantTx, action: AuditAction, mailbox: Mailbox): Promise<void> {
  await recordAudit(tx, {
    action,
    subjectKind: 'mailbox',
    subjectId: mailbox.id,
    subjectName: mailbox.address,
  });
}
