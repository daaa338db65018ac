/**
 * Everything that the audit log can tell, as noun.verb in the past. What is recorded has to be named
 * here, and has its words in the `admin` catalogue under `audit.action.`: both are compiled.
 */
export const AUDIT_ACTIONS = [
  'apiKey.created',
  'apiKey.revoked',
  'article.archived',
  'article.changed',
  'article.created',
  'article.draftDropped',
  'article.published',
  'article.restored',
  'article.translationRemoved',
  'article.unpublished',
  'article.versionRestored',
  'articleCategory.changed',
  'articleCategory.created',
  'articleCategory.deleted',
  'company.created',
  'contact.archived',
  'contact.changed',
  'contact.created',
  'contact.passwordChanged',
  'contact.passwordLinkRequested',
  'contact.passwordLookedAt',
  'contact.passwordReset',
  'contact.restored',
  'contact.sessionEnded',
  'contact.signInLinkRequested',
  'contact.signInRefused',
  'contact.signedIn',
  'contact.welcomeMailSent',
  'customer.archived',
  'customer.changed',
  'customer.created',
  'customer.domainAdded',
  'customer.domainChanged',
  'customer.domainRemoved',
  'customer.restored',
  'mail.accepted',
  'mail.replayed',
  'mail.retried',
  'mailbox.added',
  'mailbox.madeFrom',
  'mailbox.removed',
  'portalSettings.changed',
  'portalSettings.logoChanged',
  'portalSettings.logoRemoved',
  'role.changed',
  'role.created',
  'role.deleted',
  'settings.changed',
  'technician.authenticatorAppRemoved',
  'technician.authenticatorAppSetUp',
  'technician.changed',
  'technician.created',
  'technician.disabled',
  'technician.enabled',
  'technician.invitationRevoked',
  'technician.invitedAgain',
  'technician.joined',
  'technician.passkeyAdded',
  'technician.passkeyRemoved',
  'technician.passkeyRenamed',
  'technician.passwordChanged',
  'technician.passwordLinkRequested',
  'technician.passwordLinkSent',
  'technician.pictureChanged',
  'technician.pictureRemoved',
  'technician.proved',
  'technician.recoveryCodeUsed',
  'technician.recoveryCodesMade',
  'technician.roleChanged',
  'technician.secondStepAwaited',
  'technician.secondStepRefused',
  'technician.sessionEnded',
  'technician.signInRefused',
  'technician.signatureChanged',
  'technician.signedIn',
  'technician.twoFactorReset',
  'technician.twoFactorResetOnServer',
  'technician.twoFactorTurnedOff',
  'technician.twoFactorTurnedOn',
  'technician.usernameChanged',
  'technician.usernameRestored',
  'ticket.reassigned',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What entries are about. */
export const AUDIT_SUBJECTS = [
  'apiKey',
  'article',
  'articleCategory',
  'company',
  'contact',
  'customer',
  'inboundMessage',
  'mailbox',
  'outboundMessage',
  'role',
  'technician',
  'ticket',
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

/** Who acts: people, scripts, Portico by itself, and whoever has not signed in. */
export const AUDIT_ACTORS = ['technician', 'contact', 'apiKey', 'system', 'nobody'] as const;
export type AuditActor = (typeof AUDIT_ACTORS)[number];

type AreaOf<Action> = Action extends `${infer Area}.${string}` ? Area : never;
export type AuditArea = AreaOf<AuditAction>;

/** The actions by the noun that they begin with. */
export const ACTIONS_BY_AREA: ReadonlyMap<AuditArea, readonly AuditAction[]> = Map.groupBy(
  AUDIT_ACTIONS,
  (action) => action.split('.')[0] as AuditArea,
);
export const AUDIT_AREAS = [...ACTIONS_BY_AREA.keys()];
