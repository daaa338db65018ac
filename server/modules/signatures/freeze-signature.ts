import { createHash } from 'node:crypto';
import { getTechnician, type Technician } from '#modules/technicians/index.ts';
import type { RichValue } from '#modules/templates/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import {
  plainSignature,
  type RenderedSignature,
  renderSignature,
} from './render-signature.rules.ts';
import { signatureValues } from './signature-values.ts';
import {
  findOwnImages,
  findSignatureRow,
  keepSentSignature,
  touchImages,
} from './signatures.queries.ts';
import { imageSizes, withOwnImageUrls } from './signatures.views.ts';

export interface FrozenSignature {
  /** What went out, for the message and the mail that carry it; null when nothing has to be kept. */
  id: number | null;
  /** For the mail's template. */
  value: RichValue;
}

export const NO_SIGNATURE: FrozenSignature = { id: null, value: { html: '', text: '' } };

/** RFC 3676, 4.3: mail programs tell a signature by this line. */
const DELIMITER = '-- \n';

/**
 * What stands under a text that the technician sends now. His signature is kept as it is at this
 * moment; who has none signs with name, company and telephone.
 */
export async function freezeSignature(
  tx: TenantTx,
  technician: Technician,
): Promise<FrozenSignature> {
  const own = await freezeOwn(tx, technician);
  return own ?? { id: null, value: plainSignature(await signatureValues(tx, technician)) };
}

/** What stands under an automatic mail on a ticket of his: his signature, or nothing. */
export async function freezeAssigneeSignature(
  tx: TenantTx,
  assigneeId: number | null,
): Promise<FrozenSignature> {
  if (assigneeId === null) return NO_SIGNATURE;
  const technician = await getTechnician(tx, assigneeId);
  if (technician.state === 'disabled') return NO_SIGNATURE;
  return (await freezeOwn(tx, technician)) ?? NO_SIGNATURE;
}

/** What would stand under it, to be shown to the technician himself: nothing is kept. */
export async function showSignature(tx: TenantTx, technician: Technician): Promise<RichValue> {
  const rendered = await renderOwn(tx, technician);
  if (!rendered) return plainSignature(await signatureValues(tx, technician));
  return { html: withOwnImageUrls(rendered.html), text: DELIMITER + rendered.text };
}

async function freezeOwn(tx: TenantTx, technician: Technician): Promise<FrozenSignature | null> {
  const rendered = await renderOwn(tx, technician);
  if (!rendered) return null;
  const { id, isNew } = await keepSentSignature(tx, technician.id, {
    ...rendered,
    contentHash: hashOf(rendered),
  });
  if (isNew) await touchImages(tx, rendered.imageIds, clock.now());
  return { id, value: { html: rendered.html, text: DELIMITER + rendered.text } };
}

async function renderOwn(tx: TenantTx, technician: Technician): Promise<RenderedSignature | null> {
  const row = await findSignatureRow(tx, technician.id);
  if (!row) return null;
  const images = await findOwnImages(tx, technician.id, row.image_ids);
  return renderSignature(row.html, await signatureValues(tx, technician), imageSizes(images));
}

const hashOf = ({ html, text }: RenderedSignature) =>
  createHash('sha256').update(html).update('\0').update(text).digest();
