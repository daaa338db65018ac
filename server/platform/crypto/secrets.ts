import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** What the installation's SECRET_KEY is used for; each purpose has a key of its own. */
export type SecretPurpose =
  | 'generatedPassword'
  | 'mailToken'
  | 'dkimKey'
  | 'databaseRole'
  | 'twoFactor'
  | 'knownBrowser'
  | 'setupLink'
  | 'articleReader';

export interface Secrets {
  /** AES-256-GCM; `context` (such as a row's address) must be the same when decrypting. */
  encrypt(purpose: SecretPurpose, plain: string, context: string): Buffer;
  /** The plain text, or null when the bytes were changed or belong to another context or key. */
  decrypt(purpose: SecretPurpose, sealed: Buffer, context: string): string | null;
  /** HMAC-SHA-256 of the text. */
  sign(purpose: SecretPurpose, text: string): Buffer;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

export function createSecrets(secretKey: string): Secrets {
  const keys = new Map<SecretPurpose, Buffer>();
  const keyFor = (purpose: SecretPurpose) => {
    let key = keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', secretKey, 'portico', purpose, 32));
      keys.set(purpose, key);
    }
    return key;
  };
  return {
    encrypt(purpose, plain, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv).setAAD(
        Buffer.from(context),
      );
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    decrypt(purpose, sealed, context) {
      try {
        const decipher = createDecipheriv(
          'aes-256-gcm',
          keyFor(purpose),
          sealed.subarray(0, IV_BYTES),
        );
        decipher.setAAD(Buffer.from(context));
        decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const body = sealed.subarray(IV_BYTES + TAG_BYTES);
        return decipher.update(body, undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
    sign: (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text).digest(),
  };
}

/** 256 random bits for links, cookies and keys, safe in addresses. */
export const createToken = (): string => randomBytes(32).toString('base64url');

/** Only this is stored of a token. Tokens are random, so a plain hash is enough. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Compares without telling by its time where the two differ. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(hashToken(a), hashToken(b));
}
