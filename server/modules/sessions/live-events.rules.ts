import { type Rights, reaches } from '#platform/actor.ts';
import type { LiveEvent } from '#platform/events/event-hub.ts';
import type { Permission } from '#shared/permissions.ts';

/** The right that it takes to be told of something; null: everybody who is signed in. */
const HEARD_WITH: Record<LiveEvent['kind'], Permission | null> = {
  ticket: 'tickets.view',
  customer: 'customers.view',
  contact: 'contacts.view',
  device: 'devices.view',
  alert: 'alerts.view',
  // Names and pictures of colleagues are on every page, and roles stand beside them.
  technician: null,
  role: null,
  article: 'knowledge.view',
  articleDraft: 'knowledge.manage',
  mail: 'mail.manage',
  // That there was one; what it was is told to those who may see it.
  firstMail: null,
  // Names those who are told.
  notification: null,
  // for who ordered it alone, who may have lost the permission since
  import: null,
  settings: null,
  portalSettings: null,
  reading: null,
  session: null,
  dashboard: null,
};

/** Whether a technician with these rights is told: not even the id of what he may not see. */
export function mayHear(rights: Rights & { technicianId: number }, event: LiveEvent): boolean {
  const needed = HEARD_WITH[event.kind];
  if (needed !== null && !rights.permissions.has(needed)) return false;
  if ('technicianIds' in event) return event.technicianIds.includes(rights.technicianId);
  const concerned = 'ofCustomers' in event ? event.ofCustomers : undefined;
  if (rights.customerIds === null || concerned === undefined) return true;
  return concerned.some((id) => reaches(rights, id));
}
