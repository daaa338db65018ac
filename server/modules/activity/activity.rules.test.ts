import { describe, expect, it } from 'vitest';
import { inMs } from '#platform/clock.ts';
import { foldTogether } from './activity.rules.ts';
import type { ActivityEntry } from './activity.views.ts';

const NOON = new Date('2026-03-02T12:00:00Z');
const entry = (id: number, changes: Partial<ActivityEntry> = {}): ActivityEntry => ({
  key: `c${id}`,
  kind: 'resolved',
  actor: { kind: 'technician', id: 1, name: 'Tim', pictureUrl: null },
  about: { kind: 'ticket', id, name: `Ticket ${id}` },
  customer: null,
  value: null,
  hasMore: false,
  at: NOON,
  ...changes,
});
const other = { kind: 'technician', id: 2, name: 'Ann', pictureUrl: null } as const;

describe('what was done to many at once is one entry', () => {
  it('the first is shown, and says that there were others', () => {
    const folded = foldTogether([entry(3), entry(2), entry(1)]);
    expect(folded).toEqual([{ ...entry(3), hasMore: true }]);
  });

  it.each<[string, ActivityEntry]>([
    ['another kind', entry(2, { kind: 'closed' })],
    ['somebody else', entry(2, { actor: other })],
    ['another outcome', entry(2, { value: 'Ann' })],
    ['a minute earlier', entry(2, { at: inMs(-60_000, NOON) })],
    ['the same ticket again', entry(1, { key: 'c9' })],
  ])('but not with %s', (_, second) => {
    expect(foldTogether([entry(1), second])).toEqual([entry(1), second]);
  });

  it('what was given stays as it was', () => {
    const given = [entry(2), entry(1)];
    foldTogether(given);
    expect(given[0]?.hasMore).toBe(false);
  });
});
