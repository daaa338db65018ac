import { expect, test } from 'vitest';
import { parseDetails, parseDraftCopy, pickDraft } from './draft-choice.ts';

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

test('recipients, status and files of a draft are read back', () => {
  const file = { id: 4, name: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 9, url: '/4' };
  const details = { to: ['a@b.test'], cc: [], status: 'pending', files: [file] };
  expect(parseDetails(JSON.stringify(details))).toEqual(details);
  expect(parseDetails(null)).toEqual({});
});

test.each(['', '{', '"text"', '[]', '{"to":"x","cc":[1],"status":"done","files":[{}]}'])(
  'damaged details count as none: %j',
  (text) => expect(parseDetails(text)).toEqual({}),
);
