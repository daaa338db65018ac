import { recordAudit } from '#modules/audit/index.ts';
import { issueLink } from '#modules/credentials/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { assertMayGrant, findRole } from '#modules/roles/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { invalid, isUniqueViolation, refused } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import { normaliseAddress } from '#platform/mail/mail-address.ts';
import type { Language } from '#shared/languages.ts';
import { insertTechnician } from './technicians.queries.ts';
import { fullNameOf, getTechnician, type Technician } from './technicians.ts';

export interface NewTechnician {
  email: string;
  firstName: string;
  lastName: string;
  roleId: number;
  /** The company's when left out. */
  language?: Language;
  /** null: he chooses one with the link of an invitation. */
  passwordHash: string | null;
}

/**
 * Adds a technician. An e-mail address belongs to one technician in the whole installation; that
 * it is taken is all that is told, not by whom.
 */
export async function addTechnician(tx: TenantTx, input: NewTechnician): Promise<Technician> {
  const email = normaliseAddress(input.email);
  if (!email) throw invalid({ field: 'email', code: 'email' });
  const role = await findRole(tx, input.roleId);
  if (!role) throw invalid({ field: 'roleId', code: 'unknownRole' });
  assertMayGrant(tx.actor, role);
  const language = input.language ?? (await getTenant(tx)).language;
  const id = await insertUnlessTaken(tx, { ...input, email, language });
  const technician = await getTechnician(tx, id);
  await recordAudit(tx, {
    action: 'technician.created',
    subjectKind: 'technician',
    subjectId: id,
    subjectName: fullNameOf(technician),
    details: { email, role: role.name },
  });
  await publish(tx, { kind: 'technician', ids: { id } });
  return technician;
}

async function insertUnlessTaken(
  tx: TenantTx,
  technician: Parameters<typeof insertTechnician>[1],
): Promise<number> {
  try {
    return await insertTechnician(tx, technician);
  } catch (error) {
    if (isUniqueViolation(error, 'technician_emails_pkey'))
      throw invalid({ field: 'email', code: 'emailTaken' });
    throw error;
  }
}

/** Adds a technician and sends him the link with which he chooses his password. */
export async function inviteTechnician(
  tx: TenantTx,
  input: Omit<NewTechnician, 'passwordHash'>,
): Promise<Technician> {
  const technician = await addTechnician(tx, { ...input, passwordHash: null });
  await sendInvitation(tx, technician);
  return technician;
}

/** Sends a new link, valid for seven days; the one before it stops working. */
export async function resendInvitation(tx: TenantTx, id: number): Promise<Technician> {
  const technician = await getTechnician(tx, id);
  if (technician.state !== 'invited') throw refused('notInvited');
  await sendInvitation(tx, technician);
  await recordAudit(tx, {
    action: 'technician.invitedAgain',
    subjectKind: 'technician',
    subjectId: id,
    subjectName: fullNameOf(technician),
  });
  return technician;
}

async function sendInvitation(tx: TenantTx, technician: Technician): Promise<void> {
  const link = await issueLink(tx, {
    person: { technicianId: technician.id },
    purpose: 'invitation',
    origin: tx.platform.config.baseUrl,
  });
  const mail = await renderTemplate(tx, 'invitation', technician.language, {
    'Technician First Name': technician.firstName,
    'Inviter Full Name': tx.actor.name,
    Link: link,
  });
  await queueMail(tx, {
    ...mail,
    kind: 'invitation',
    to: [technician.email],
    technicianId: technician.id,
    hasSecret: true,
    isAutomatic: true,
  });
}
