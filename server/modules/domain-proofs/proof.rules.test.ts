import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#platform/clock.ts';
import { judgeProof, nextCheckAt } from './proof.rules.ts';

const now = new Date('2030-06-15T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const never = { provenAt: null, missingSince: null };
const proven = { provenAt: ago(90 * DAY_MS), missingSince: null };

describe('a proof', () => {
  test('counts from when it is first seen', () => {
    expect(judgeProof(never, { isFound: true, holder: 'self' }, now)).toEqual({
      finding: 'found',
      provenAt: now,
      missingSince: null,
    });
    expect(judgeProof(proven, { isFound: true, holder: 'self' }, now).provenAt).toEqual(
      proven.provenAt,
    );
  });

  test('is worth nothing while another one holds the domain', () => {
    expect(judgeProof(never, { isFound: true, holder: 'another' }, now)).toEqual({
      finding: 'heldByAnother',
      ...never,
    });
  });

  test('is lost at once when another one has proven the domain', () => {
    for (const isFound of [false, null])
      expect(judgeProof(proven, { isFound, holder: 'another' }, now).provenAt).toBeNull();
  });

  test('that is gone is waited for three days', () => {
    const first = judgeProof(proven, { isFound: false, holder: 'self' }, now);
    expect(first).toEqual({ finding: 'missing', provenAt: proven.provenAt, missingSince: now });
    const almost = { ...proven, missingSince: ago(3 * DAY_MS - 1) };
    expect(judgeProof(almost, { isFound: false, holder: 'self' }, now).provenAt).not.toBeNull();
    const over = { ...proven, missingSince: ago(3 * DAY_MS) };
    expect(judgeProof(over, { isFound: false, holder: 'self' }, now)).toEqual({
      finding: 'missing',
      ...never,
    });
  });

  test('that is back counts as if it had never been gone', () => {
    const gone = { ...proven, missingSince: ago(DAY_MS) };
    expect(judgeProof(gone, { isFound: true, holder: 'self' }, now)).toEqual({
      finding: 'found',
      ...proven,
    });
  });

  test('stays as it was when no name server answers', () => {
    expect(judgeProof(proven, { isFound: null, holder: 'self' }, now)).toEqual({
      finding: 'noAnswer',
      ...proven,
    });
    expect(judgeProof(never, { isFound: null, holder: 'nobody' }, now).provenAt).toBeNull();
  });
});

test.each([
  [{ isWell: true, isProven: true, waitsSince: ago(0) }, DAY_MS],
  [{ isWell: false, isProven: false, waitsSince: ago(MINUTE_MS) }, 2 * MINUTE_MS],
  [{ isWell: false, isProven: false, waitsSince: ago(5 * HOUR_MS) }, 15 * MINUTE_MS],
  [{ isWell: false, isProven: true, waitsSince: ago(60 * DAY_MS) }, HOUR_MS],
  [{ isWell: false, isProven: false, waitsSince: ago(60 * DAY_MS) }, DAY_MS],
])('is looked at again: %j', (state, ms) => {
  expect(nextCheckAt(state, now).getTime() - now.getTime()).toBe(ms);
});
