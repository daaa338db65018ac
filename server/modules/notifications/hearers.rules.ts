import type { ActorNote } from '#platform/actor.ts';
import type { NotificationChoices, NotificationKind } from '#shared/notifications.ts';

/** Something that happened on a ticket, as far as it concerns technicians. */
export interface Happening {
  /** Tells it from every other one. */
  event: string;
  ticketId: number;
  messageId: number | null;
  actor: ActorNote;
  /** First words of what was said. */
  excerpt: string;
  at: Date;
  /** Whom it concerns, and for which reason; the first one of a technician counts. */
  concerned: { technicianId: number; kind: NotificationKind }[];
}

export interface Hearer {
  technicianId: number;
  kind: NotificationKind;
  isShown: boolean;
  waitsForMail: boolean;
}

/**
 * Who is told, and on which ways: each of those whom it concerns once, but nobody of what he did
 * himself, nobody who may not see the ticket, and each as he has chosen. What a script does with a
 * key is not done by who made the key.
 */
export function hearersOf(
  { actor, concerned }: Pick<Happening, 'actor' | 'concerned'>,
  readerIds: ReadonlySet<number>,
  choicesOf: ReadonlyMap<number, NotificationChoices>,
): Hearer[] {
  const hearers = new Map<number, Hearer>();
  for (const { technicianId, kind } of concerned) {
    const isOwn = actor.kind === 'technician' && actor.id === technicianId;
    const choice = choicesOf.get(technicianId)?.[kind];
    if (isOwn || !choice || !readerIds.has(technicianId) || hearers.has(technicianId)) continue;
    const { console: isShown, email: waitsForMail } = choice;
    hearers.set(technicianId, { technicianId, kind, isShown, waitsForMail });
  }
  return [...hearers.values()].filter(({ isShown, waitsForMail }) => isShown || waitsForMail);
}
