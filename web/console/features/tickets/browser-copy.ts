import type { DraftKind } from '../../data/tickets.ts';

/** Drafts are told apart by technician: another person at the same computer never sees them. */
export function draftKey(technicianId: number, number: number, kind: DraftKind): string {
  return `portico.draft.${technicianId}.${number}.${kind}`;
}

export function readCopy(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Nothing, or null, forgets the copy. */
export function writeCopy(key: string, value: object | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage full or forbidden: what is typed is then kept by the server alone.
  }
}
