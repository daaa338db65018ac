import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters of OWASP's password storage cheat sheet (19 MiB, 2, 1). */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

/**
 * Also takes its time when there is no hash (unknown user, nothing chosen yet), so that the
 * answer's time does not tell who exists.
 */
export async function isPasswordRight(
  storedHash: string | null,
  password: string,
): Promise<boolean> {
  absentHash ??= hashPassword('no such account');
  const isRight = await verify(storedHash ?? (await absentHash), password);
  return storedHash !== null && isRight;
}
let absentHash: Promise<string> | undefined;

/** Letters and digits that are not mistaken for each other when read aloud or copied by hand. */
const ALPHABETS = [
  'ABCDEFGHJKLMNPQRSTUVWXYZ',
  'abcdefghijkmnopqrstuvwxyz',
  '23456789',
  '!?#+-=@%',
] as const;
const GENERATED_LENGTH = 18;

/** A random password that keeps the rules: about 105 bits, every alphabet at least once. */
export function generatePassword(): string {
  const all = ALPHABETS.join('');
  const pick = (letters: string) => letters[randomInt(letters.length)] ?? '';
  const letters = [...ALPHABETS.map(pick)];
  while (letters.length < GENERATED_LENGTH) letters.push(pick(all));
  for (let i = letters.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [letters[i], letters[j]] = [letters[j] ?? '', letters[i] ?? ''];
  }
  return letters.join('');
}
