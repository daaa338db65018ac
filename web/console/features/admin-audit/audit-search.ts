import {
  AUDIT_ACTIONS,
  AUDIT_ACTORS,
  AUDIT_AREAS,
  AUDIT_SUBJECTS,
  type AuditAction,
  type AuditActor,
  type AuditArea,
  type AuditSubject,
} from '#shared/audit.ts';
import { startOfDay } from '#web/i18n/zoned-day.ts';
import type { AuditFilter } from '../../data/audit.ts';

/** The filter as it stands in the address. */
export interface AuditSearch {
  action?: AuditAction | undefined;
  area?: AuditArea | undefined;
  actorKind?: AuditActor | undefined;
  actorId?: number | undefined;
  subjectKind?: AuditSubject | undefined;
  subjectId?: number | undefined;
  /** What the subject is called, to say what is filtered by. */
  subjectName?: string | undefined;
  /** Days, both meant. */
  from?: string | undefined;
  to?: string | undefined;
}

/** Leaves out what cannot be filtered by: an address may be old or mistyped. */
export function cleanAuditSearch(search: Record<string, unknown>): AuditSearch {
  const subjectId = idOf(search.subjectId);
  return {
    action: oneOf(AUDIT_ACTIONS, search.action),
    area: oneOf(AUDIT_AREAS, search.area),
    actorKind: oneOf(AUDIT_ACTORS, search.actorKind),
    actorId: idOf(search.actorId),
    subjectKind: oneOf(AUDIT_SUBJECTS, search.subjectKind),
    subjectId,
    subjectName: subjectId === undefined ? undefined : textOf(search.subjectName),
    from: dayOf(search.from),
    to: dayOf(search.to),
  };
}

/** The filter as the server takes it; days begin and end where the reader is. */
export function toAuditFilter(
  { from, to, subjectName: _, ...search }: AuditSearch,
  timeZone: string | undefined,
): AuditFilter {
  return {
    ...search,
    from: from && startOfDay(from, timeZone)?.toISOString(),
    until: to && startOfDay(to, timeZone, 1)?.toISOString(),
  };
}

const oneOf = <Word extends string>(words: readonly Word[], value: unknown): Word | undefined =>
  words.find((word) => word === value);

function idOf(value: unknown): number | undefined {
  const id = Number(value);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const dayOf = (value: unknown) =>
  typeof value === 'string' && startOfDay(value, 'UTC') ? value : undefined;
