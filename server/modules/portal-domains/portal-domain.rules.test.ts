import { describe, expect, test } from 'vitest';
import {
  type DomainFacts,
  followServing,
  isServing,
  problemsOf,
  stateOf,
  whereItLeads,
} from './portal-domain.rules.ts';

const now = new Date('2030-06-15T12:00:00Z');
const waiting: DomainFacts = {
  finding: 'missing',
  isProven: false,
  isProofMissing: false,
  leads: 'nowhere',
  answers: 'unchecked',
  servingSince: null,
  brokenSince: null,
};
const proven: DomainFacts = { ...waiting, finding: 'found', isProven: true };
const leading: DomainFacts = { ...proven, leads: 'here', answers: 'well' };

describe('a domain serves', () => {
  test.each([
    [waiting, false],
    [proven, false],
    [{ ...waiting, leads: 'here' as const }, false],
    [leading, true],
    [{ ...leading, answers: 'unchecked' as const }, true],
    [{ ...leading, answers: 'noAnswer' as const }, true],
    [{ ...leading, answers: 'badly' as const }, false],
    [{ ...leading, isProofMissing: true }, false],
    [{ ...leading, leads: 'elsewhere' as const }, false],
  ])('%j: %s', (facts, serves) => expect(isServing(facts)).toBe(serves));

  test('since then, and is broken since it stopped', () => {
    const began = followServing(waiting, true, now);
    expect(began).toEqual({ servingSince: now, brokenSince: null });
    const later = new Date(now.getTime() + 1);
    expect(followServing(began, true, later)).toEqual(began);
    const broke = followServing(began, false, later);
    expect(broke).toEqual({ servingSince: null, brokenSince: later });
    expect(followServing(broke, false, new Date())).toEqual(broke);
    // what never served cannot break
    expect(followServing(waiting, false, now).brokenSince).toBeNull();
  });
});

test('state and problems', () => {
  expect([waiting, proven, { ...leading, servingSince: now }].map(stateOf)).toEqual([
    'waiting',
    'proven',
    'serving',
  ]);
  expect(stateOf({ ...waiting, brokenSince: now })).toBe('broken');
  expect(problemsOf(waiting)).toEqual(['proofMissing', 'leadsNowhere']);
  expect(problemsOf({ ...waiting, finding: 'heldByAnother', leads: 'elsewhere' })).toEqual([
    'heldByAnother',
    'leadsElsewhere',
  ]);
  expect(problemsOf({ ...leading, answers: 'badly' })).toEqual(['answersBadly']);
  expect(problemsOf({ ...leading, finding: 'noAnswer' })).toEqual(['noAnswer']);
});

describe('a domain leads', () => {
  const target = 'servicedesk.desk.example';
  test.each([
    ['here', { alias: ['ServiceDesk.desk.example.'], addresses: [], ours: [] }],
    ['here', { alias: [], addresses: ['192.0.2.1'], ours: ['192.0.2.1', '2001:db8::1'] }],
    ['here', { alias: ['cdn.example'], addresses: ['192.0.2.1'], ours: ['192.0.2.1'] }],
    ['elsewhere', { alias: [], addresses: ['192.0.2.1', '192.0.2.9'], ours: ['192.0.2.1'] }],
    ['elsewhere', { alias: ['shop.example'], addresses: [], ours: ['192.0.2.1'] }],
    ['elsewhere', { alias: [], addresses: ['192.0.2.9'], ours: [] }],
    ['nowhere', { alias: [], addresses: [], ours: ['192.0.2.1'] }],
    ['noAnswer', { alias: null, addresses: null, ours: null }],
    ['noAnswer', { alias: [], addresses: ['192.0.2.1'], ours: null }],
  ])('%s: %j', (leads, sight) => expect(whereItLeads(target, sight)).toBe(leads));
});
