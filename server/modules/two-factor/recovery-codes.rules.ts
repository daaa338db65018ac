import { randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for each other on paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_CHARS = 4;

export const RECOVERY_CODES = 10;

/** Ten different codes like `h7kp-2mwa-x9tc`, of 59 bits each. */
export function newRecoveryCodes(): string[] {
  const codes = new Set<string>();
  while (codes.size < RECOVERY_CODES) codes.add(newCode());
  return [...codes];
}

function newCode(): string {
  const letter = () => ALPHABET[randomInt(ALPHABET.length)] ?? '';
  const group = () => Array.from({ length: GROUP_CHARS }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** As people type them: in capitals, without dashes, with spaces. */
export const normaliseRecoveryCode = (typed: string): string =>
  typed.toLowerCase().replace(/[^a-z0-9]/g, '');
