import { createHash, randomBytes } from 'node:crypto';
import { recordAudit } from '#modules/audit/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound } from '#platform/errors.ts';
import { removeFiles } from '#platform/files/remove-files.jobs.ts';
import { fileAnswer } from '#platform/http/file-answer.ts';
import { RawAnswer, type Upload } from '#platform/http/route.ts';
import { enqueue } from '#platform/jobs/job.ts';
import type { AuditAction } from '#shared/audit.ts';
import { portalColors } from '#shared/color.ts';
import { getChosenSettings, tellOfPortalSettings } from './change-portal-settings.ts';
import { letterIcon } from './letter-icon.rules.ts';
import type { LogoFacts } from './make-logo.ts';
import {
  deleteLogoFiles,
  findLogoFile,
  insertLogoFiles,
  type LogoFileKind,
  updateLogo,
} from './portal-settings.queries.ts';
import { getPortalSettings } from './portal-settings.ts';
import type { PortalSettingsView } from './portal-settings.views.ts';

const KEY_BYTES = 16;
const KINDS: readonly LogoFileKind[] = ['logo', 'icon'];
/** Of a logo that is no wider than that, the tab's small square still shows something. */
const ICON_RATIO_MAX = 1.6;
const ICON_SECONDS = 300;
const OUR_COLOR = '#2f6db5';

/**
 * Shows the portal with the logo from now on, at an address that nothing had before.
 * @param upload what makeLogo made of the file that was sent
 */
export async function setPortalLogo(
  tx: TenantTx,
  upload: Upload | null,
): Promise<PortalSettingsView> {
  if (!upload) throw new Error('the route takes no upload');
  const key = randomBytes(KEY_BYTES).toString('base64url');
  // First: of two at the same moment the second waits here, and then finds the files of the first.
  await updateLogo(tx, { key, ...(upload.facts as LogoFacts) });
  await forgetLogo(tx);
  await insertLogoFiles(
    tx,
    key,
    upload.derived.map((file, index) => ({ ...file, kind: KINDS[index]! })),
  );
  return tell(tx, 'portalSettings.logoChanged');
}

/** Shows the portal with its first letter again. */
export async function removePortalLogo(tx: TenantTx): Promise<PortalSettingsView> {
  if (!(await forgetLogo(tx))) return getChosenSettings(tx);
  await updateLogo(tx, null);
  return tell(tx, 'portalSettings.logoRemoved');
}

/** The logo itself. Throws 404 when the company has none under the key, or no longer. */
export async function openPortalLogo(tx: TenantTx, key: string): Promise<RawAnswer> {
  const file = await findLogoFile(tx, key, 'logo');
  if (!file) throw notFound();
  return fileAnswer(tx.platform.files, {
    key: file.file_key,
    name: 'logo.webp',
    mediaType: 'image/webp',
    sizeBytes: file.size_bytes,
    isImmutable: true,
  });
}

/** The small square in the browser's tab: of the logo, or the portal's first letter in its colour. */
export async function openPortalIcon(tx: TenantTx): Promise<RawAnswer> {
  const { logo, name, color } = await getPortalSettings(tx);
  const file =
    logo && logo.widthPx <= logo.heightPx * ICON_RATIO_MAX
      ? await findLogoFile(tx, logo.url.split('/').at(-1) ?? '', 'icon')
      : null;
  const { filled, ink } = portalColors(color ?? OUR_COLOR).light;
  const content = file
    ? await tx.platform.files.read(file.file_key)
    : Buffer.from(letterIcon(name, filled, ink));
  const tag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  return new RawAnswer((reply) => {
    reply
      .header('cache-control', `public, max-age=${ICON_SECONDS}`)
      .header('etag', tag)
      .header('content-security-policy', "default-src 'none'; sandbox");
    if (reply.request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type(file ? 'image/png' : 'image/svg+xml').send(content);
  });
}

/** False when there was none. */
async function forgetLogo(tx: TenantTx): Promise<boolean> {
  const keys = await deleteLogoFiles(tx);
  if (keys.length > 0) await enqueue(tx, removeFiles, { keys });
  return keys.length > 0;
}

async function tell(tx: TenantTx, action: AuditAction): Promise<PortalSettingsView> {
  await recordAudit(tx, { action });
  await tellOfPortalSettings(tx);
  return getChosenSettings(tx);
}
