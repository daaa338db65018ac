import { hashToken, isSameSecret } from '#platform/crypto/secrets.ts';
import { AppError } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';

const FACT = 'setupLink';
const TOKEN_CHARS = 32;

/**
 * The one-time link to the setup page while the installation has no company yet, else null. It
 * follows from SECRET_KEY, so that every server process prints the same one; only its hash is stored,
 * and it works for as long as that is there.
 */
export async function openSetupLink(platform: Platform): Promise<string | null> {
  if (await platform.db.lookups.isAnyTenant()) return null;
  const token = setupToken(platform);
  await platform.db.facts.write(FACT, hashOf(token));
  return `${platform.config.baseUrl}/setup?token=${token}`;
}

/** Whether the token would set the installation up right now. */
export async function isSetupOpen(platform: Platform, token: string): Promise<boolean> {
  if (!isSameSecret(token, setupToken(platform))) return false;
  if ((await platform.db.facts.read(FACT)) !== hashOf(token)) return false;
  return !(await platform.db.lookups.isAnyTenant());
}

/**
 * Does the work that the link is for, once: of several at the same moment only one gets through,
 * the others meet 403. The link is given back when the work fails, e.g. because of a bad password.
 */
export async function withSetupLink<T>(
  platform: Platform,
  token: string,
  work: () => Promise<T>,
): Promise<T> {
  const { facts } = platform.db;
  if (!(await isSetupOpen(platform, token))) throw new AppError(403, 'setupClosed');
  if (!(await facts.take(FACT, hashOf(token)))) throw new AppError(403, 'setupClosed');
  try {
    return await work();
  } catch (error) {
    await facts.write(FACT, hashOf(token));
    throw error;
  }
}

const setupToken = (platform: Platform) =>
  platform.secrets.sign('setupLink', 'first company').toString('base64url').slice(0, TOKEN_CHARS);

const hashOf = (token: string) => hashToken(token).toString('hex');
