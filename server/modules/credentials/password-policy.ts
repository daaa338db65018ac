import { type FieldError, invalid } from '#platform/errors.ts';
import { brokenPasswordRules, PASSWORD_MAX_LENGTH } from '#shared/password-rules.ts';
import { isGuessable, isPersonal } from './guessable-passwords.ts';

/** What an attacker would try first for this person. */
export interface PasswordOwner {
  firstName?: string;
  lastName?: string;
  email?: string;
  username?: string;
  companyName?: string;
}

/**
 * Throws 400 for the field unless the password keeps the stated rules, is none of those that
 * everybody tries, and is not made of the person's own name or address.
 */
export function assertGoodPassword(field: string, password: string, owner: PasswordOwner): void {
  const problem = findPasswordProblem(password, owner);
  if (problem) throw invalid({ field, ...problem });
}

function findPasswordProblem(
  password: string,
  owner: PasswordOwner,
): Omit<FieldError, 'field'> | null {
  if (password.length > PASSWORD_MAX_LENGTH)
    return { code: 'tooLong', params: { maximum: PASSWORD_MAX_LENGTH } };
  if (brokenPasswordRules(password).length > 0) return { code: 'passwordWeak' };
  if (isPersonal(password, owner)) return { code: 'passwordPersonal' };
  if (isGuessable(password)) return { code: 'passwordCommon' };
  return null;
}
