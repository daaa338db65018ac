import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters of OWASP's password storage cheat sheet (19 MiB, 2, 1). */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * For `generatePassword` alone: what makes a hash slow protects passwords that can be guessed, and of 105
 * random bits nobody guesses any at whatever speed. Thirty times as many are made in the same time.
 */
const OPTIONS_OF_GENERATED = { memoryCost: 1_024, timeCost: 1, parallelism: 1 } as const;
const MARK_OF_GENERATED = '$m=1024,t=1,p=1$';

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

export const hashGeneratedPassword = (password: string): Promise<string> =>
  hash(password, OPTIONS_OF_GENERATED);

/**
 * Also takes its time when there is no hash (unknown user, nothing chosen yet) or one of a generated
 * password, so that the answer's time does not tell who exists and who has been here before.
 */
export async function isPasswordRight(
  storedHash: string | null,
  password: string,
): Promise<boolean> {
  absentHash ??= hashPassword('no such account');
  const isQuick = storedHash === null || storedHash.includes(MARK_OF_GENERATED);
  if (isQuick) await verify(await absentHash, password);
  return storedHash !== null && verify(storedHash, password);
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
