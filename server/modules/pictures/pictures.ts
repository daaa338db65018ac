import { randomBytes } from 'node:crypto';
import { recordAudit } from '#modules/audit/index.ts';
import {
  changePictureKey,
  fullNameOf,
  pictureUrl,
  type Technician,
} from '#modules/technicians/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import { removeFiles } from '#platform/files/remove-files.jobs.ts';
import { fileAnswer } from '#platform/http/file-answer.ts';
import type { RawAnswer, Upload } from '#platform/http/route.ts';
import { enqueue } from '#platform/jobs/job.ts';
import type { AuditAction } from '#shared/audit.ts';
import { PICTURE_SIZES_PX, type PictureSizePx } from '#shared/pictures.ts';
import { deletePictureFiles, findPictureFile, insertPictureFiles } from './pictures.queries.ts';

const KEY_BYTES = 16;

/**
 * Shows the technician with the picture from now on, at an address that nothing had before.
 * @param upload what makePicture made of the file that was sent
 */
export async function setPicture(tx: TenantTx, technicianId: number, upload: Upload | null) {
  if (!upload) throw new Error('the route takes no upload');
  const key = randomBytes(KEY_BYTES).toString('base64url');
  const technician = await changePictureKey(tx, technicianId, key);
  await forgetFiles(tx, technicianId);
  await insertPictureFiles(
    tx,
    technicianId,
    key,
    upload.derived.map(({ key: fileKey, sizeBytes }, index) => ({
      widthPx: PICTURE_SIZES_PX[index]!,
      fileKey,
      sizeBytes,
    })),
  );
  await tell(tx, technician, 'technician.pictureChanged');
  return { pictureUrl: pictureUrl(key, 'console') };
}

/** Shows the technician by his initials again. */
export async function removePicture(tx: TenantTx, technicianId: number): Promise<void> {
  const technician = await changePictureKey(tx, technicianId, null);
  if (technician.pictureKey === null) return;
  await forgetFiles(tx, technicianId);
  await tell(tx, technician, 'technician.pictureRemoved');
}

/** The picture itself. Throws 404 when the company has none under the key, or no longer. */
export async function openPicture(
  tx: TenantTx,
  key: string,
  size: PictureSizePx,
): Promise<RawAnswer> {
  const file = await findPictureFile(tx, key, size);
  if (!file) throw notFound();
  return fileAnswer(tx.platform.files, {
    key: file.file_key,
    name: 'picture.webp',
    mediaType: 'image/webp',
    sizeBytes: file.size_bytes,
    isImmutable: true,
  });
}

async function forgetFiles(tx: TenantTx, technicianId: number): Promise<void> {
  const keys = await deletePictureFiles(tx, technicianId);
  if (keys.length > 0) await enqueue(tx, removeFiles, { keys });
}

async function tell(tx: TenantTx, technician: Technician, action: AuditAction): Promise<void> {
  await recordAudit(tx, {
    action,
    subjectKind: 'technician',
    subjectId: technician.id,
    subjectName: fullNameOf(technician),
  });
  // Without saying whose: contacts hear of it as well, and know no ids of technicians.
  await publish(tx, { kind: 'technician', ids: {} });
}
