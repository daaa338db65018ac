import { expect, test } from 'vitest';
import { keySequence } from './key-sequence.ts';

const KNOWN = ['g t', 'g c', 'c', 't', '?'];

test('a single key is recognised at once', () => {
  expect(keySequence()('c', 0, KNOWN)).toBe('c');
});

test('two keys in a row make a sequence, and the second does not count alone', () => {
  const next = keySequence();
  expect(next('g', 0, KNOWN)).toBeNull();
  expect(next('c', 400, KNOWN)).toBe('g c');
});

test('after a long pause the second key stands for itself', () => {
  const next = keySequence();
  next('g', 0, KNOWN);
  expect(next('t', 5_000, KNOWN)).toBe('t');
});

test('a key that continues no sequence stands for itself', () => {
  const next = keySequence();
  next('g', 0, KNOWN);
  expect(next('?', 100, KNOWN)).toBe('?');
  expect(next('x', 200, KNOWN)).toBeNull();
});
