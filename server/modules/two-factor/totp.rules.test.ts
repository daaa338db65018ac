import { generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { findTotpStep, groupedSecret, newTotpSecret, totpAddress } from './totp.rules.ts';

const secret = newTotpSecret();
const epoch = 1_800_000_010;
const now = new Date(epoch * 1000);
const step = Math.floor(epoch / 30);
const codeAt = (seconds: number) => generateSync({ secret, epoch: seconds });

test.each([
  ['of now', epoch, step],
  ['of the step before', epoch - 30, step - 1],
  ['of the step after', epoch + 30, step + 1],
])('a code %s is right', (_, at, expected) => {
  expect(findTotpStep(secret, codeAt(at), { now, lastUsedStep: 0 })).toBe(expected);
});

test.each([
  ['two steps old', epoch - 60],
  ['two steps ahead', epoch + 60],
])('a code %s is not', (_, at) => {
  expect(findTotpStep(secret, codeAt(at), { now, lastUsedStep: 0 })).toBeNull();
});

test('a code of a step that was used, or of one before it, is worth nothing', () => {
  const code = codeAt(epoch);
  expect(findTotpStep(secret, code, { now, lastUsedStep: step })).toBeNull();
  expect(findTotpStep(secret, code, { now, lastUsedStep: step + 1 })).toBeNull();
  expect(findTotpStep(secret, code, { now, lastUsedStep: step - 1 })).toBe(step);
});

test('spaces and dashes that apps show are no mistake; anything else is', () => {
  const code = codeAt(epoch);
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
  expect(findTotpStep(secret, ` ${spaced} `, { now, lastUsedStep: 0 })).toBe(step);
  for (const wrong of ['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', `${code}0`])
    expect(findTotpStep(secret, wrong, { now, lastUsedStep: 0 })).toBeNull();
});

test('what the QR code holds is an address that apps understand', () => {
  const address = new URL(totpAddress('JBSWY3DPEHPK3PXP', 'Acme: IT', 'ada@acme.test'));
  expect(address.protocol).toBe('otpauth:');
  expect(decodeURIComponent(address.pathname)).toContain('Acme  IT:ada@acme.test');
  expect(address.searchParams.get('secret')).toBe('JBSWY3DPEHPK3PXP');
  expect(address.searchParams.get('issuer')).toBe('Acme  IT');
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(groupedSecret('JBSWY3DPEHPK3PXP')).toBe('JBSW Y3DP EHPK 3PXP');
});
