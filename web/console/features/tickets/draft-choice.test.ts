import { expect, test } from 'vitest';
import { parseDraftCopy, pickDraft } from './draft-choice.ts';

const early = { html: '<p>early</p>', updatedAt: '2026-03-01T10:00:00.000Z' };
const late = { html: '<p>late</p>', updatedAt: '2026-03-01T10:00:01+00:00' };

test('the newer copy is gone on with, wherever it is', () => {
  expect(pickDraft(early, late)).toBe('<p>late</p>');
  expect(pickDraft(late, early)).toBe('<p>late</p>');
});

test('one copy alone is enough, and none is an empty text', () => {
  expect(pickDraft(early, null)).toBe('<p>early</p>');
  expect(pickDraft(null, early)).toBe('<p>early</p>');
  expect(pickDraft(null, null)).toBe('');
});

test.each([null, '', '{', '"text"', '{"html":1,"updatedAt":"x"}', '[]'])(
  'a damaged copy counts as none: %j',
  (text) => expect(parseDraftCopy(text)).toBeNull(),
);

test('a stored copy is read back', () => {
  expect(parseDraftCopy(JSON.stringify(early))).toEqual(early);
});
