import { z } from 'zod';
import { IdParams, text } from '#platform/http/fields.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import {
  getOwnSignature,
  keepSignatureImage,
  openOwnImage,
  previewSignature,
  saveSignature,
} from './own-signature.ts';
import { makeSignatureImage } from './signature-image.ts';
import { ImageView, PreviewView, SignatureView } from './signatures.views.ts';

/** As it comes from the clipboard; the limit is for what is left of it, and is told in its sizes. */
const WRITTEN_MAX_CHARS = 1_000_000;
const Written = z.strictObject({ html: text(WRITTEN_MAX_CHARS) });

const PREVIEWS_PER_MINUTE = 240;
const UPLOADS_PER_MINUTE = 30;

export const signaturesRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/me/signature',
    summary: 'Your signature, to edit and as your customers see it',
    allow: 'technician',
    answer: SignatureView,
    handle: ({ tx }) => getOwnSignature(tx),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/me/signature',
    summary: 'Keep your signature; an empty one leaves you without',
    allow: 'technician',
    body: Written,
    answer: SignatureView,
    handle: ({ tx, body: { html } }) => saveSignature(tx, html),
  }),
  consoleRoute({
    method: 'POST',
    path: '/me/signature/preview',
    summary: 'How a signature will look to your customers, and why it cannot be kept yet',
    allow: 'technician',
    body: Written,
    answer: PreviewView,
    limitPerMinute: PREVIEWS_PER_MINUTE,
    handle: ({ tx, body: { html } }) => previewSignature(tx, html),
  }),
  consoleRoute({
    method: 'POST',
    path: '/me/signature/images',
    summary: 'Upload a picture for your signature (PNG, JPEG, GIF or WebP)',
    allow: 'technician',
    upload: { maxBytes: LIMITS.signatureUploadBytes, derive: makeSignatureImage },
    limitPerMinute: UPLOADS_PER_MINUTE,
    answer: ImageView,
    status: 201,
    handle: ({ tx, upload }) => keepSignatureImage(tx, upload),
  }),
  consoleRoute({
    method: 'GET',
    path: '/me/signature/images/:id',
    summary: 'A picture of your signature',
    allow: 'technician',
    params: IdParams,
    handle: ({ tx, params: { id } }) => openOwnImage(tx, id),
  }),
];
