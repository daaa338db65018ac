import { expect, test } from 'vitest';
import { generatePassword } from '#platform/crypto/passwords.ts';
import type { AppError } from '#platform/errors.ts';
import { assertGoodPassword, type PasswordOwner } from './password-policy.ts';

const ada: PasswordOwner = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'countess@analytical.test',
  companyName: 'Engine GmbH',
};

function problemOf(password: string, owner = ada): string | null {
  try {
    assertGoodPassword('password', password, owner);
    return null;
  } catch (error) {
    return (error as AppError).fieldErrors[0]?.code ?? 'none';
  }
}

test.each([
  'Tulip-Harbour-42',
  'zR7#kk2Lq9!vM',
  'Correct horse 7 battery!',
  'Жёлтый-Трамвай-12',
  `Aa1!${'xyzäöü'.repeat(20)}`,
])('takes %s', (password) => expect(problemOf(password)).toBeNull());

test.each([
  ['short1A!', 'passwordWeak'],
  ['alllowercase12!', 'passwordWeak'],
  ['NoDigitsHere!!', 'passwordWeak'],
  ['NoSymbols12345', 'passwordWeak'],
  ['P@ssw0rd2024!', 'passwordCommon'],
  ['Password1234!', 'passwordCommon'],
  ['Welcome2024!!', 'passwordCommon'],
  ['Passwort123!!', 'passwordCommon'],
  ['Qwertyuiop1!', 'passwordCommon'],
  ['!Summer-2026-Winter!', 'passwordCommon'],
  ['AdminAdmin123!', 'passwordCommon'],
  ['ChangeMe12345!', 'passwordCommon'],
  ['Aa1!Aa1!Aa1!', 'passwordCommon'],
  ['Lovelace-1843!', 'passwordPersonal'],
  ['L0vel@ce-1843!', 'passwordPersonal'],
  ['Countess-1843!', 'passwordPersonal'],
  ['MyEngine-1843!', 'passwordPersonal'],
  [`Aa1!${'x'.repeat(200)}`, 'tooLong'],
])('refuses %s: %s', (password, code) => expect(problemOf(password)).toBe(code));

test('every generated password keeps the rules', () => {
  for (let i = 0; i < 200; i++) expect(problemOf(generatePassword(), {})).toBeNull();
});
