import type { LiveEvent } from '#platform/events/event-hub.ts';

export interface EventScope {
  contactId: number;
  /** The customer whose every ticket and device it sees; null for who is no main contact. */
  customerId: number | null;
  showsDevices: boolean;
}

/** Where a contact belongs. */
export interface Place {
  customerId: number | null;
  isMainContact: boolean;
}

/** The customer whose everything it sees. */
export const companyOf = ({ customerId, isMainContact }: Place): number | null =>
  isMainContact ? customerId : null;

/**
 * Of tickets and devices only what was published for contacts, and only one's own or one's company's. Of
 * technicians that a name or picture is another one, not whose. Of reading only one's own.
 */
export function mayHear(scope: EventScope, event: LiveEvent): boolean {
  if (event.kind === 'technician') return Object.keys(event.ids).length === 0;
  if (event.kind === 'portalSettings') return true;
  const isOwn = event.contactIds?.includes(scope.contactId) ?? false;
  if (event.kind === 'reading') return isOwn;
  if (event.kind !== 'ticket' && !(event.kind === 'device' && scope.showsDevices)) return false;
  const isOfCompany = scope.customerId !== null && event.customerId === scope.customerId;
  return isOwn || isOfCompany;
}
