import { generateSecret, generateURI, verifySync } from 'otplib';

/**
 * Codes of authenticator apps (RFC 6238) as every app knows them: six digits, thirty seconds,
 * SHA-1.
 */
const STEP_SECONDS = 30;

/** 160 bits in base32, as the RFC recommends and apps expect. */
export const newTotpSecret = (): string => generateSecret();

/** What the QR code holds; the app shows issuer and account beside the code. */
export function totpAddress(secret: string, issuer: string, account: string): string {
  // A colon parts issuer and account in the address.
  return generateURI({ secret, issuer: issuer.replaceAll(':', ' '), label: account });
}

/** As apps show a secret that is typed by hand: groups of four. */
export const groupedSecret = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/**
 * The time step whose code was given, or null when it is wrong or of a step that was used already.
 * One step before and after the present one counts, for clocks that differ and slow fingers.
 */
export function findTotpStep(
  secret: string,
  given: string,
  { now, lastUsedStep }: { now: Date; lastUsedStep: number },
): number | null {
  const token = given.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const found = verifySync({ secret, token, epoch, epochTolerance: STEP_SECONDS });
  if (!found.valid) return null;
  const step = Math.floor(epoch / STEP_SECONDS) + found.delta;
  return step > lastUsedStep ? step : null;
}
