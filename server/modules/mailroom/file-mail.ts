import { isKnownSender } from '#modules/contacts/index.ts';
import { noteBounce } from '#modules/outbox/index.ts';
import { isOver } from '#modules/tickets/index.ts';
import { systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import { isDatabaseGone } from '#platform/db/database.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError, postgresCode } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { StoredFile } from '#platform/files/file-store.ts';
import type { JobContext } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { decideFiling, type Filing } from './decide-filing.rules.ts';
import { type ExaminedMail, examineMail } from './examine-mail.ts';
import type { Disposition, StepRecord } from './filing.ts';
import {
  findInboundMessage,
  findMailroomFacts,
  findThreadFacts,
  type InboundMessage,
  isDuplicate,
  type MailroomFacts,
  recordFiling,
} from './mailroom.queries.ts';
import { parseBounce } from './parse-bounce.ts';
import { findReturnedPictures } from './returned-pictures.ts';
import { type MailFiles, writeToTicket } from './write-to-ticket.ts';

const MAILROOM = systemActor('mailroom');
/** Mistakes of ours may be passing (a deadlock, a restart); a mail that fails so often is poison. */
const TRIES_BEFORE_SUSPENSION = 3;

/**
 * Files one received message. Looking at it happens before, everything that changes something in
 * one transaction after; so it can run again at any time.
 */
export async function fileMailJob({
  platform,
  tenantId,
  payload: { inboundMessageId: id },
  attempt,
  isLastAttempt,
  log,
}: JobContext<{ inboundMessageId: number }>): Promise<void> {
  const inTenant = <T>(work: (tx: TenantTx) => Promise<T>, releasesEarly = false) =>
    platform.db.withTenant({ tenantId, actor: MAILROOM, releasesEarly }, work);
  let examined: ExaminedMail | null = null;
  try {
    const start = await inTenant(async (tx) => ({
      inbound: await findInboundMessage(tx, id),
      facts: await findMailroomFacts(tx),
    }));
    const { inbound, facts } = start;
    if (inbound?.state !== 'received') return;
    const raw = await platform.files.read(inbound.raw_key);
    const seen = await examineMail(platform, tenantId, inbound, raw, facts);
    examined = seen;
    const returned = await findReturnedPictures(platform, tenantId, seen, inTenant);
    const files = await storeFiles(platform, seen, inbound.accepted_by !== null, returned);
    // Mails that open tickets queue for the next number: it must not wait for the disk as well.
    const isKept = await inTenant((tx) => fileExamined(tx, inbound, seen, facts, files), true);
    if (!isKept) await Promise.all(files.map((file) => file && platform.files.remove(file.key)));
  } catch (error) {
    const isPassing =
      isDatabaseGone(error) ||
      (error instanceof AppError && error.status >= 500) ||
      isConflict(error);
    if (isPassing || (attempt < TRIES_BEFORE_SUSPENSION && !isLastAttempt)) throw error;
    log.error(
      { err: error, inboundMessageId: id },
      'a mail could not be filed and waits for a person',
    );
    await inTenant((tx) => suspendPoison(tx, id, examined, error));
  }
}

/** Returns whether the attachments are in use now. */
async function fileExamined(
  tx: TenantTx,
  inbound: InboundMessage,
  examined: ExaminedMail,
  facts: MailroomFacts,
  files: MailFiles,
): Promise<boolean> {
  const { mail, sender, reading, contentHash } = examined;
  const isAccepted = inbound.accepted_by !== null;
  const isRepeated = await isDuplicate(tx, {
    id: inbound.id,
    messageId: mail.messageId,
    contentHash,
  });
  const numbers = reading.candidates.map(({ number }) => number);
  const found = sender === null ? [] : await findThreadFacts(tx, numbers, sender.address);
  const now = clock.now();
  const tickets = found.map((ticket) => ({
    ...ticket,
    isOver: isOver(ticket, facts.reopening, now),
  }));
  const { filing, steps } = decideFiling(examined, {
    isDuplicate: isRepeated,
    tickets,
    isAccepted,
    isUnwantedStranger:
      facts.suspendsStrangers && sender !== null && !(await isKnownSender(tx, sender.address)),
  });
  const ticketIdOf = (number: number | null) =>
    tickets.find((ticket) => ticket.number === number)?.id ?? null;

  const disposition = await carryOut(tx, {
    filing,
    steps,
    inbound,
    examined,
    facts,
    files,
    ticketIdOf,
  });
  await recordFiling(tx, inbound.id, {
    disposition,
    steps,
    processedAt: clock.now(),
    messageId: mail.messageId,
    fromAddress: sender?.address ?? null,
    fromName: sender?.name ?? null,
    subject: mail.subject,
    contentHash,
  });
  if (disposition.state === 'suspended')
    await publish(tx, { kind: 'mail', ids: { id: inbound.id } });
  return disposition.state === 'newTicket' || disposition.state === 'appended';
}

interface Errand {
  filing: Filing;
  steps: StepRecord[];
  inbound: InboundMessage;
  examined: ExaminedMail;
  facts: MailroomFacts;
  files: MailFiles;
  ticketIdOf(number: number | null): number | null;
}

async function carryOut(tx: TenantTx, errand: Errand): Promise<Disposition> {
  const { filing, steps, ticketIdOf } = errand;
  switch (filing.to) {
    case 'dropped':
      return { state: 'dropped', reason: filing.reason, ticketId: null };
    case 'suspended':
      return { state: 'suspended', reason: filing.reason, ticketId: ticketIdOf(filing.number) };
    case 'bounce':
      return fileBounce(tx, errand.examined, steps);
    case 'append':
      return writeToTicket(tx, { ...errand, ticketId: ticketIdOf(filing.number), followsId: null });
    case 'newTicket':
      return writeToTicket(tx, {
        ...errand,
        ticketId: null,
        followsId: ticketIdOf(filing.follows),
      });
  }
}

async function fileBounce(
  tx: TenantTx,
  { mail }: ExaminedMail,
  steps: StepRecord[],
): Promise<Disposition> {
  const bounce = parseBounce(mail);
  const failed = bounce.recipients.filter(({ action }) => action === 'failed');
  const isDelay = failed.length === 0 && bounce.recipients.length > 0;
  const reason =
    failed.map(({ diagnostic, status }) => diagnostic ?? status).find(Boolean) ?? 'failed';
  const to = failed.map(({ address }) => address).join(', ') || '?';
  const bounced = await noteBounce(tx, bounce.messageIds, isDelay ? null : { to, reason });
  if (!bounced) {
    steps.push({ step: 'file', outcome: 'unknownBounce', detail: bounce.messageIds.join(', ') });
    return { state: 'dropped', reason: 'unknownBounce', ticketId: null };
  }
  steps.push({
    step: 'file',
    outcome: isDelay ? 'delayed' : 'bounce',
    detail: isDelay
      ? bounce.recipients.map(({ address }) => address).join(', ')
      : `${to}: ${reason}`,
  });
  return { state: 'bounce', reason: null, ticketId: bounced.ticketId };
}

/** Attachments go to the file store before the transaction: it must not wait for a disk. */
async function storeFiles(
  platform: Platform,
  { mail, origin }: ExaminedMail,
  isAccepted: boolean,
  returned: ReadonlySet<number>,
): Promise<MailFiles> {
  const mayBeKept = isAccepted || origin.origin === 'person' || origin.origin === 'machine';
  if (!mayBeKept) return [];
  const files: (StoredFile | null)[] = [];
  for (const [index, { content }] of mail.attachments.entries()) {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    files.push(returned.has(index) ? null : await platform.files.put(bytes));
  }
  return files;
}

async function suspendPoison(
  tx: TenantTx,
  id: number,
  examined: ExaminedMail | null,
  error: unknown,
): Promise<void> {
  await recordFiling(tx, id, {
    disposition: { state: 'suspended', reason: 'processingFailed', ticketId: null },
    steps: [
      {
        step: 'file',
        outcome: 'processingFailed',
        detail: String((error as Error).message ?? error).slice(0, 300),
      },
    ],
    processedAt: clock.now(),
    messageId: examined?.mail.messageId ?? null,
    fromAddress: examined?.sender?.address ?? null,
    fromName: examined?.sender?.name ?? null,
    subject: examined?.mail.subject ?? '',
    contentHash: examined?.contentHash ?? null,
  });
  await publish(tx, { kind: 'mail', ids: { id } });
}

/** Deadlock or serialisation failure: the same again will do. */
function isConflict(error: unknown): boolean {
  return ['40001', '40P01', '55P03'].includes(postgresCode(error) ?? '');
}
