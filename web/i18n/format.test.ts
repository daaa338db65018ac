import { expect, test } from 'vitest';
import { makeFormats } from './format.tsx';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

test('times are told as a person would', () => {
  const { relative } = makeFormats('en');
  expect(relative(ago(20), NOW)).toBe('now');
  expect(relative(ago(5 * 60), NOW)).toBe('5 min. ago');
  expect(relative(ago(86_400), NOW)).toBe('yesterday');
  expect(makeFormats('de').relative(ago(3 * 3600), NOW)).toBe('vor 3 Std.');
});

test('the exact time is that of the reader, not of the machine', () => {
  const at = '2026-03-10T23:30:00Z';
  expect(makeFormats('en', 'Asia/Tokyo').dateTime(at)).toContain('March 11');
  expect(makeFormats('en', 'America/New_York').dateTime(at)).toContain('March 10');
});

test('lists end as they do in the language', () => {
  expect(makeFormats('en').list(['status', 'type'])).toBe('status and type');
  expect(makeFormats('de').list(['Status', 'Art', 'Kunde'])).toBe('Status, Art und Kunde');
});

test('sizes have a unit and no false precision', () => {
  const { bytes } = makeFormats('en');
  expect(bytes(0)).toBe('0 byte');
  expect(bytes(25_000)).toBe('25 kB');
  expect(bytes(2_560_000)).toBe('2.6 MB');
});
