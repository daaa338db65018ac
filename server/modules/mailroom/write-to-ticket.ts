import { ensureContactForSender } from '#modules/contacts/index.ts';
import {
  addAttachments,
  addMessage,
  addParticipants,
  openTicket,
} from '#modules/conversations/index.ts';
import { getTicket } from '#modules/tickets/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { StoredFile } from '#platform/files/file-store.ts';
import { translate } from '#platform/i18n/translate.ts';
import { enqueue } from '#platform/jobs/job.ts';
import { withoutPlusTag } from '#platform/mail/mail-address.ts';
import { afterOpening } from './after-opening.ts';
import type { ExaminedMail } from './examine-mail.ts';
import type { Disposition, StepRecord } from './filing.ts';
import type { InboundMail } from './inbound-mail.ts';
import { withAttachmentIds } from './mail-body.ts';
import { type InboundMessage, letTakePart, type MailroomFacts } from './mailroom.queries.ts';

const PARTICIPANTS_MAX = 200;

/** What was stored of each attachment; null for a picture of our own that came back. */
export type MailFiles = readonly (StoredFile | null)[];

/** The last step: writes the mail into its ticket, or into a new one. */
export async function writeToTicket(
  tx: TenantTx,
  {
    inbound,
    examined,
    facts,
    files,
    steps,
    ticketId,
    followsId,
  }: {
    inbound: InboundMessage;
    examined: ExaminedMail;
    facts: MailroomFacts;
    files: MailFiles;
    steps: StepRecord[];
    /** null = open a new one */
    ticketId: number | null;
    /** The ticket that is over and that a new one goes on from. */
    followsId: number | null;
  },
): Promise<Disposition> {
  const { mail, judgement, origin } = examined;
  const sender = examined.sender!;
  const { contact, isNew } = await ensureContactForSender(tx, {
    email: sender.address,
    name: sender.name,
    language: examined.language,
    mayBeWelcomed: inbound.accepted_by !== null || !judgement.isContradicted,
  });
  steps.push({
    step: 'sender',
    outcome: isNew ? 'newContact' : 'knownContact',
    detail:
      sender.address === contact.email ? sender.address : `${sender.address} = ${contact.email}`,
  });
  if (contact.awaitsWelcome) {
    steps.push({ step: 'sender', outcome: 'welcomeWaits', detail: judgement.detail });
  }

  const attachmentIds = await addAttachments(tx, filesOf(mail, files));
  const remaining = [...attachmentIds];
  const idsByIndex = files.map((file) => (file ? remaining.shift() : undefined));
  const body = withAttachmentIds(examined.body, idsByIndex);
  steps.push({
    step: 'quote',
    outcome: body.quotedHtml === null ? 'noQuote' : 'folded',
    detail: '',
  });
  const returned = mail.attachments.filter((_, index) => files[index] === null);
  if (returned.length > 0) {
    const names = returned.map(({ name }) => name).join(', ');
    steps.push({ step: 'quote', outcome: 'signatureImages', detail: names });
  }

  if (ticketId === null) {
    const mayBeConfirmed = origin.mayBeAnswered;
    await enqueue(tx, afterOpening, { inboundMessageId: inbound.id, mayBeConfirmed });
  }
  const message = {
    kind: 'contact',
    ...body,
    contactId: contact.id,
    authorName: sender.name,
    authorEmail: sender.address,
    attachmentIds,
    inlineIds: idsByIndex.filter(
      (id, index): id is number => id !== undefined && mail.attachments[index]!.isInline,
    ),
    to: mail.to.slice(0, PARTICIPANTS_MAX).map(({ address }) => address),
    cc: mail.cc.slice(0, PARTICIPANTS_MAX).map(({ address }) => address),
    source: 'email',
    senderVerdict: judgement.verdict === 'pass' ? 'pass' : 'none',
    inboundMessageId: inbound.id,
  } as const;
  if (ticketId !== null) await addMessage(tx, { ticketId, ...message });
  const follows = followsId === null ? null : await getTicket(tx, followsId);
  // From here on other new tickets of the company wait for this one's number: no detours.
  const ticket =
    ticketId ??
    (
      await openTicket(
        tx,
        {
          subject:
            follows?.subject || mail.subject || translate(facts.language, 'common:noSubject'),
          source: 'email',
          ...(follows?.contactId
            ? { contactId: follows.contactId, followsId: follows.id }
            : { contactId: contact.id, customerId: contact.customerId, followsId: follows?.id }),
        },
        message,
      )
    ).id;
  if (inbound.accepted_by !== null) await letTakePart(tx, ticket, sender);
  await addParticipants(tx, ticket, participantsOf(mail, facts, sender.address));

  steps.push({ step: 'file', outcome: ticketId === null ? 'newTicket' : 'appended', detail: '' });
  if (ticketId === null && !origin.mayBeAnswered) {
    steps.push({ step: 'file', outcome: 'notConfirmed', detail: origin.sign });
  }
  return { state: ticketId === null ? 'newTicket' : 'appended', reason: null, ticketId: ticket };
}

function filesOf(mail: InboundMail, files: MailFiles) {
  return mail.attachments.flatMap(({ name, mediaType, contentId, isInline }, index) => {
    const file = files[index];
    if (!file) return [];
    const { key: fileKey, sizeBytes, sha256 } = file;
    return [{ fileKey, sizeBytes, sha256, name, mediaType, contentId, isInline }];
  });
}

/** Everybody in To and Cc but ourselves and who wrote. */
function participantsOf(mail: InboundMail, { ownAddresses }: MailroomFacts, sender: string) {
  return [...mail.to, ...mail.cc]
    .filter(({ address }) => address !== sender && !ownAddresses.has(withoutPlusTag(address)))
    .slice(0, PARTICIPANTS_MAX);
}
