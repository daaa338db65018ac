import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/*
 * A certificate as a server shows it, signed by itself, for 127.0.0.1 (RFC 5280). Node makes keys, and
 * no certificates; tests need some that end soon.
 */

const SEQUENCE = 0x30;
const SET = 0x31;
const UTF8 = 0x0c;
const OCTETS = 0x04;
const CONTEXT = 0xa0;
const UTC_TIME = 0x17;
const ECDSA_WITH_SHA256 = '06082a8648ce3d040302';
const COMMON_NAME = '0603550403';
const SUBJECT_ALT_NAME = '0603551d11';

function der(tag: number, ...parts: readonly (Buffer | string)[]): Buffer {
  // Text is hexadecimal.
  const content = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : part)),
  );
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** As `YYMMDDHHMMSSZ`. */
const time = (at: Date) =>
  der(UTC_TIME, Buffer.from(`${at.toISOString().replace(/\D/g, '').slice(2, 14)}Z`));

/** Good from a day ago until then. */
export function makeCertificate(endsAt: Date): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(SEQUENCE, ECDSA_WITH_SHA256);
  const name = der(
    SEQUENCE,
    der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, Buffer.from('localhost')))),
  );
  const address = der(SEQUENCE, der(0x87, Buffer.from([127, 0, 0, 1])));
  const extension = der(SEQUENCE, SUBJECT_ALT_NAME, der(OCTETS, address));
  const content = der(
    SEQUENCE,
    der(CONTEXT, '020102'),
    der(0x02, '01', randomBytes(8)),
    algorithm,
    name,
    der(SEQUENCE, time(new Date(Date.now() - 86_400_000)), time(endsAt)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(CONTEXT + 3, der(SEQUENCE, extension)),
  );
  const signature = sign('sha256', content, privateKey);
  const whole = der(SEQUENCE, content, algorithm, der(0x03, '00', signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
