/** Longest password that is accepted; hashing anything longer would only serve an attacker. */
export const PASSWORD_MAX_LENGTH = 128;

export const PASSWORD_RULES = ['length', 'upper', 'lower', 'digit', 'symbol'] as const;
export type PasswordRule = (typeof PASSWORD_RULES)[number];

const CHECKS: Record<PasswordRule, (password: string) => boolean> = {
  length: (p) => [...p].length >= 12 && p.length <= PASSWORD_MAX_LENGTH,
  upper: (p) => /\p{Lu}/u.test(p),
  lower: (p) => /\p{Ll}/u.test(p),
  digit: (p) => /\p{Nd}/u.test(p),
  symbol: (p) => /[^\p{L}\p{N}\s]/u.test(p),
};

/**
 * The rules that a password does not keep: at least 12 characters with upper and lower case,
 * number and symbol (the profile document's rule). Empty when it keeps them all.
 */
export function brokenPasswordRules(password: string): PasswordRule[] {
  return PASSWORD_RULES.filter((rule) => !CHECKS[rule](password));
}
