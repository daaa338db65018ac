import { expect, it } from 'vitest';
import { isOver } from './reopening.rules.ts';

const NOW = new Date('2026-06-15T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const ALWAYS = { reopenResolvedWithinDays: null, reopenClosedWithinDays: null };
const NEVER = { reopenResolvedWithinDays: 0, reopenClosedWithinDays: 0 };
const RULES = { reopenResolvedWithinDays: 14, reopenClosedWithinDays: 3 };
const open = { status: 'open', resolvedAt: null, closedAt: null } as const;
const resolved = (days: number) =>
  ({ status: 'resolved', resolvedAt: daysAgo(days), closedAt: null }) as const;
const closed = (days: number) =>
  ({ status: 'closed', resolvedAt: daysAgo(100), closedAt: daysAgo(days) }) as const;

it.each([
  ['an open one', open, NEVER, false],
  ['a pending one', { ...open, status: 'pending' as const }, NEVER, false],
  ['resolved long ago, reopened always', resolved(1000), ALWAYS, false],
  ['closed long ago, reopened always', closed(1000), ALWAYS, false],
  ['resolved a moment ago, reopened never', resolved(0), NEVER, true],
  ['closed a moment ago, reopened never', closed(0), NEVER, true],
  ['resolved on the last day', resolved(14), RULES, false],
  ['resolved a day earlier', resolved(15), RULES, true],
  ['closed within its own days', closed(2), RULES, false],
  ['closed too long ago', closed(4), RULES, true],
])('%s', (_, ticket, rules, expected) => {
  expect(isOver(ticket, rules, NOW)).toBe(expected);
});
