import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/**
 * What lies outside of this house: an authenticator with one passkey, and the browser before it
 * (WebAuthn, ES256). Each answer can be bent in the ways that the server has to notice.
 */
export interface Bend {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  /** The user showed neither finger nor PIN. */
  isUnverified?: boolean;
  /** Instead of one more than the last. */
  count?: number;
  userHandle?: string | null;
}

const FLAGS = { present: 0x01, verified: 0x04, hasCredential: 0x40 };
const ES256 = -7;

// biome-ignore lint/suspicious/noExplicitAny: what the server sends is what the tests look at
type Options = any;

export class Authenticator {
  readonly #origin: string;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  id = randomBytes(32).toString('base64url');
  #userHandle = 'AA';
  #count = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Answers `navigator.credentials.create`. */
  create(options: Options, bend: Bend = {}) {
    this.#userHandle = options.user.id;
    const credentialId = Buffer.from(this.id, 'base64url');
    const attested = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([credentialId.length >> 8, credentialId.length & 0xff]),
      credentialId,
      this.#cosePublicKey(),
    ]);
    const authData = this.#authData(options.rp.id, FLAGS.hasCredential, bend, attested);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      response: {
        clientDataJSON: this.#clientData('webauthn.create', options.challenge, bend),
        attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
        transports: ['internal'],
      },
      clientExtensionResults: {},
    };
  }

  /** Answers `navigator.credentials.get`. */
  get(options: Options, bend: Bend = {}) {
    this.#count = bend.count ?? this.#count + 1;
    const authData = this.#authData(options.rpId, 0, bend);
    const clientDataJSON = this.#clientData('webauthn.get', options.challenge, bend);
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
    const signature = createSign('sha256')
      .update(Buffer.concat([authData, hash]))
      .sign(this.#keys.privateKey);
    const userHandle = bend.userHandle === undefined ? this.#userHandle : bend.userHandle;
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      response: {
        clientDataJSON,
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
        ...(userHandle !== null && { userHandle }),
      },
      clientExtensionResults: {},
    };
  }

  #authData(rpId: string, flags: number, bend: Bend, attested: Buffer = Buffer.alloc(0)): Buffer {
    const verified = bend.isUnverified ? 0 : FLAGS.verified;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.#count);
    return Buffer.concat([
      createHash('sha256')
        .update(bend.rpId ?? rpId)
        .digest(),
      Buffer.from([FLAGS.present | verified | flags]),
      count,
      attested,
    ]);
  }

  #clientData(type: string, challenge: string, bend: Bend): string {
    const data = {
      type: bend.type ?? type,
      challenge: bend.challenge ?? challenge,
      origin: bend.origin ?? this.#origin,
      crossOrigin: false,
    };
    return Buffer.from(JSON.stringify(data)).toString('base64url');
  }

  #cosePublicKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const key = new Map<number, unknown>([
      [1, 2],
      [3, ES256],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    return Buffer.from(isoCBOR.encode(key as never));
  }
}
