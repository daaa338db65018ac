import { expect, test } from 'vitest';
import type { ActorNote } from '#platform/actor.ts';
import { DEFAULT_NOTIFICATION_CHOICES, type NotificationKind } from '#shared/notifications.ts';
import { hearersOf } from './hearers.rules.ts';

const [ADA, BEN, CLEO] = [1, 2, 3];
const JANE: ActorNote = { kind: 'contact', id: 1, name: 'Jane' };
const readers = new Set([ADA, BEN]);
const defaults = new Map([ADA, BEN, CLEO].map((id) => [id, DEFAULT_NOTIFICATION_CHOICES]));
const concerned = (...pairs: [number, NotificationKind][]) =>
  pairs.map(([technicianId, kind]) => ({ technicianId, kind }));
const told = (actor: ActorNote, pairs: [number, NotificationKind][], choices = defaults) =>
  hearersOf({ actor, concerned: concerned(...pairs) }, readers, choices).map(
    ({ technicianId, kind, isShown, waitsForMail }) =>
      `${technicianId} ${kind}${isShown ? ' console' : ''}${waitsForMail ? ' mail' : ''}`,
  );

test('each as he has chosen', () => {
  expect(told(JANE, [[ADA, 'reply']])).toEqual(['1 reply console mail']);
  expect(told(JANE, [[ADA, 'newTicket']])).toEqual(['1 newTicket console']);
  const silent = { console: false, email: false };
  const own = { ...DEFAULT_NOTIFICATION_CHOICES, reply: silent };
  const mailOnly = {
    ...DEFAULT_NOTIFICATION_CHOICES,
    reply: { console: false, email: true },
  };
  const choices = new Map([
    [ADA, own],
    [BEN, mailOnly],
  ]);
  const both: [number, NotificationKind][] = [
    [ADA, 'reply'],
    [BEN, 'reply'],
  ];
  expect(told(JANE, both, choices)).toEqual(['2 reply mail']);
});

test('nobody twice: the first reason counts', () => {
  const pairs: [number, NotificationKind][] = [
    [ADA, 'mention'],
    [ADA, 'reply'],
  ];
  expect(told(JANE, pairs)).toEqual(['1 mention console mail']);
});

test('not those who may not see the ticket', () => {
  expect(told(JANE, [[CLEO, 'mention']])).toEqual([]);
});

test('not who did it himself, but who made the key of the script that did', () => {
  expect(told({ kind: 'technician', id: ADA, name: 'Ada' }, [[ADA, 'assigned']])).toEqual([]);
  expect(told({ kind: 'apiKey', id: ADA, name: 'Bot' }, [[ADA, 'assigned']])).toEqual([
    '1 assigned console mail',
  ]);
  // A contact of the same number is somebody else.
  expect(told({ kind: 'contact', id: ADA, name: 'Jane' }, [[ADA, 'reply']])).toHaveLength(1);
});
