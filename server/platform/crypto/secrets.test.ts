import { expect, test } from 'vitest';
import { brokenPasswordRules } from '#shared/password-rules.ts';
import {
  generatePassword,
  hashGeneratedPassword,
  hashPassword,
  isPasswordRight,
} from './passwords.ts';
import { createSecrets, createToken, hashToken, isSameSecret } from './secrets.ts';

const secrets = createSecrets('one key that is long enough for a test');

test('what was encrypted comes back only with the same key, purpose and context', () => {
  const sealed = secrets.encrypt('generatedPassword', 'Grüße!', 'contact:7');
  expect(sealed.includes('Grüße')).toBe(false);
  expect(secrets.decrypt('generatedPassword', sealed, 'contact:7')).toBe('Grüße!');
  expect(secrets.decrypt('generatedPassword', sealed, 'contact:8')).toBeNull();
  expect(secrets.decrypt('dkimKey', sealed, 'contact:7')).toBeNull();
  expect(
    createSecrets('another key that is long enough').decrypt(
      'generatedPassword',
      sealed,
      'contact:7',
    ),
  ).toBeNull();
});

test('a changed byte anywhere is noticed', () => {
  const sealed = secrets.encrypt('dkimKey', 'key', 'x');
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed);
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(secrets.decrypt('dkimKey', changed, 'x')).toBeNull();
  }
});

test('tokens are long, different and safe in addresses', () => {
  const tokens = new Set(Array.from({ length: 100 }, createToken));
  expect(tokens.size).toBe(100);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  expect(hashToken('a').equals(hashToken('a'))).toBe(true);
  expect(isSameSecret('abc', 'abc')).toBe(true);
  expect(isSameSecret('abc', 'abd')).toBe(false);
});

test('generated passwords keep the rules that people have to keep', () => {
  for (let i = 0; i < 200; i++) {
    const password = generatePassword();
    expect(brokenPasswordRules(password)).toEqual([]);
    expect(password.length).toBeGreaterThanOrEqual(16);
  }
});

test('a password is right only for its own hash, and nobody has none', async () => {
  const hash = await hashPassword('Correct horse 1!');
  expect(hash).toMatch(/^\$argon2id\$/);
  expect(await isPasswordRight(hash, 'Correct horse 1!')).toBe(true);
  expect(await isPasswordRight(hash, 'correct horse 1!')).toBe(false);
  expect(await isPasswordRight(null, 'no such account')).toBe(false);
});

test('a generated password has a hash that is made quickly and checked as slowly as any', async () => {
  const generated = generatePassword();
  const hash = await hashGeneratedPassword(generated);
  expect(hash).toMatch(/^\$argon2id\$/);
  expect(await isPasswordRight(hash, generated)).toBe(true);
  expect(await isPasswordRight(hash, `${generated}x`)).toBe(false);
  const slow = await hashPassword('Correct horse 1!');
  const msOf = async (work: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let i = 0; i < 5; i++) {
      const start = performance.now();
      await work();
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  const made = await msOf(() => hashGeneratedPassword(generated));
  const chosen = await msOf(() => isPasswordRight(slow, 'wrong'));
  expect(made).toBeLessThan(chosen / 3);
  expect(await msOf(() => isPasswordRight(hash, 'wrong'))).toBeGreaterThan(chosen / 2);
});
