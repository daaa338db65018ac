import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { DkimSigner } from './compose-mail.ts';
import { findDkimKey, insertDkimKey } from './outbox.queries.ts';

const makeKeyPair = promisify(generateKeyPair);
const KEY_BITS = 2048;

/** The tenant's key for a domain that it sends from; made the first time it is asked for. */
export async function ensureDkimKey(
  tx: TenantTx,
  domain: string,
): Promise<DkimSigner & { publicKey: string }> {
  const { secrets } = tx.platform;
  const context = `dkim:${tx.tenantId}:${domain}`;
  let row = await findDkimKey(tx, domain);
  if (!row) {
    const pair = await makeKeyPair('rsa', {
      modulusLength: KEY_BITS,
      publicKeyEncoding: { type: 'spki', format: 'der' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    await insertDkimKey(tx, {
      domain,
      // Several tenants may send from one domain (MAIL_DOMAIN): each has a name of its own.
      selector: `portico${tx.tenantId}`,
      private_key_encrypted: secrets.encrypt('dkimKey', pair.privateKey, context),
      public_key: pair.publicKey.toString('base64'),
    });
    // Another process may have been first; both then use the one that is stored.
    row = await findDkimKey(tx, domain);
  }
  const privateKey = row && secrets.decrypt('dkimKey', row.private_key_encrypted, context);
  if (!row || privateKey === null) {
    throw new Error(`the DKIM key of ${domain} cannot be read: was SECRET_KEY changed?`);
  }
  return { domain, selector: row.selector, publicKey: row.public_key, privateKey: privateKey! };
}

/** The DNS record by which receivers check the signature. */
export async function dkimRecord(
  tx: TenantTx,
  domain: string,
): Promise<{ host: string; value: string }> {
  const { selector, publicKey } = await ensureDkimKey(tx, domain);
  return { host: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=rsa; p=${publicKey}` };
}
