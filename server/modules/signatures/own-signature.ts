import { recordAudit } from '#modules/audit/index.ts';
import { fullNameOf, getTechnician, type Technician } from '#modules/technicians/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { forbidden, invalid, notFound } from '#platform/errors.ts';
import { fileAnswer } from '#platform/http/file-answer.ts';
import type { ConsoleTx, RawAnswer, Upload } from '#platform/http/route.ts';
import { readSignature } from './read-signature.ts';
import { plainSignature, renderSignature } from './render-signature.rules.ts';
import { imageFacts } from './signature-image.ts';
import { signatureValues } from './signature-values.ts';
import {
  deleteSignature,
  findOwnImages,
  findSignatureRow,
  insertImage,
  touchImages,
  writeSignature,
} from './signatures.queries.ts';
import {
  imageSizes,
  imageView,
  type PreviewView,
  problemView,
  type SignatureView,
  withOwnImageUrls,
} from './signatures.views.ts';

/** The signature of who is signed in, to be edited; '' when there is none. */
export async function getOwnSignature(tx: ConsoleTx): Promise<SignatureView> {
  const row = await findSignatureRow(tx, tx.actor.technicianId);
  const html = row ? withOwnImageUrls(row.html) : '';
  const preview = await previewSignature(tx, html);
  return { html, updatedAt: row?.updated_at ?? null, preview };
}

/** Keeps one's own signature from now on. */
export async function saveSignature(tx: ConsoleTx, written: string): Promise<SignatureView> {
  if (tx.actor.sessionId === null) throw forbidden('browsersOnly');
  await keepSignature(tx, await getTechnician(tx, tx.actor.technicianId), written);
  return getOwnSignature(tx);
}

/**
 * Keeps a technician's signature; what was sent before stays as it was. An empty one leaves none.
 * Throws 400 with what is wrong at `html`.
 */
export async function keepSignature(
  tx: TenantTx,
  technician: Technician,
  written: string,
): Promise<void> {
  const technicianId = technician.id;
  const { html, images, problems } = await readSignature(tx, technicianId, written);
  if (problems.length > 0) throw invalid(...problems);
  const now = clock.now();
  const imageIds = images.map(({ id }) => id);
  await touchImages(tx, imageIds, now);
  if (html === '') await deleteSignature(tx, technicianId);
  else await writeSignature(tx, technicianId, { html, imageIds, now });
  await recordAudit(tx, {
    action: 'technician.signatureChanged',
    subjectKind: 'technician',
    subjectId: technicianId,
    subjectName: fullNameOf(technician),
  });
}

/** How it will look to a customer, made by what sends it; with it, why it cannot be kept yet. */
export async function previewSignature(tx: ConsoleTx, written: string): Promise<PreviewView> {
  const { technicianId } = tx.actor;
  const { html, images, problems, htmlBytes, imagesBytes } = await readSignature(
    tx,
    technicianId,
    written,
  );
  const values = await signatureValues(tx, await getTechnician(tx, technicianId));
  const shown =
    html === '' ? plainSignature(values) : renderSignature(html, values, imageSizes(images));
  return {
    html: withOwnImageUrls(shown.html),
    text: shown.text,
    isPlain: html === '',
    htmlBytes,
    imagesBytes,
    problems: problems.map((problem) => problemView(problem, tx.actor.language)),
  };
}

/** @param upload what `makeSignatureImage` made of the file that was sent */
export async function keepSignatureImage(tx: ConsoleTx, upload: Upload | null) {
  if (tx.actor.sessionId === null) throw forbidden('browsersOnly');
  const [made] = upload?.derived ?? [];
  if (!upload || !made) throw new Error('the route makes a picture of its upload');
  const { files } = tx.platform;
  const { key: fileKey, sizeBytes, sha256 } = made;
  const facts = await imageFacts(await files.read(fileKey));
  const image = { ...facts, name: upload.name, fileKey, sizeBytes, sha256 };
  const row = await insertImage(tx, tx.actor.technicianId, image, clock.now());
  // Uploaded before: what is stored already is used, and nothing else refers to this one.
  if (row.file_key !== fileKey) await files.remove(fileKey);
  return imageView(row);
}

/** The picture itself. Throws 404 when it is not the technician's own. */
export async function openOwnImage(tx: ConsoleTx, id: number): Promise<RawAnswer> {
  const [row] = await findOwnImages(tx, tx.actor.technicianId, [id]);
  if (!row) throw notFound();
  return fileAnswer(tx.platform.files, {
    key: row.file_key,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
  });
}
