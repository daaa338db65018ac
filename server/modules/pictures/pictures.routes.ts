import { z } from 'zod';
import { forbidden } from '#platform/errors.ts';
import { IdParams } from '#platform/http/fields.ts';
import {
  type ConsoleTx,
  consoleRoute,
  portalRoute,
  type Route,
  type UploadRule,
} from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import { PICTURE_SIZES_PX } from '#shared/pictures.ts';
import { makePicture } from './make-picture.ts';
import { openPicture, removePicture, setPicture } from './pictures.ts';

const PICTURES_PER_MINUTE = 30;

const Pixels = z.coerce.number().int().min(0).max(100_000).optional();

/** Without it the largest square in the middle. `width` and `height` are the picture's as seen. */
const CropQuery = z
  .object({ x: Pixels, y: Pixels, size: Pixels, width: Pixels, height: Pixels })
  .refine(({ x, y, size }) => new Set([x, y, size].map((part) => part === undefined)).size === 1, {
    path: ['size'],
    message: 'required',
  });

const upload: UploadRule<z.output<typeof CropQuery>> = {
  maxBytes: LIMITS.pictureBytes,
  derive: (read, { x, y, size, ...seen }) =>
    makePicture(
      read,
      x === undefined || y === undefined || size === undefined ? null : { x, y, size, ...seen },
    ),
};

const PictureView = z.object({ pictureUrl: z.string() });
const KeyParams = z.object({ key: z.string().max(100) });
const SizeQuery = z.object({
  size: z.coerce
    .number()
    .pipe(z.literal([...PICTURE_SIZES_PX]))
    .default(PICTURE_SIZES_PX[1]),
});

/** Keys of scripts are nobody of whom there could be a picture. */
function ownId({ actor }: ConsoleTx): number {
  if (actor.sessionId === null) throw forbidden('browsersOnly');
  return actor.technicianId;
}

export const picturesRoutes: readonly Route[] = [
  consoleRoute({
    method: 'PUT',
    path: '/me/picture',
    summary: 'Show yourself with a picture; of the file the square that x, y and size name is kept',
    allow: 'technician',
    query: CropQuery,
    upload,
    limitPerMinute: PICTURES_PER_MINUTE,
    answer: PictureView,
    handle: async ({ tx, upload: made }) => setPicture(tx, ownId(tx), made),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/me/picture',
    summary: 'Show yourself by your initials',
    allow: 'technician',
    handle: async ({ tx }) => removePicture(tx, ownId(tx)),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/technicians/:id/picture',
    summary: 'Show a technician with a picture',
    allow: 'technicians.manage',
    params: IdParams,
    query: CropQuery,
    upload,
    limitPerMinute: PICTURES_PER_MINUTE,
    answer: PictureView,
    handle: ({ tx, params: { id }, upload: made }) => setPicture(tx, id, made),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/technicians/:id/picture',
    summary: 'Show a technician by his initials',
    allow: 'technicians.manage',
    params: IdParams,
    handle: ({ tx, params: { id } }) => removePicture(tx, id),
  }),
  consoleRoute({
    method: 'GET',
    path: '/pictures/:key',
    summary: 'A technician’s picture as WebP, 64, 128, 256 or 512 pixels wide',
    allow: 'technician',
    params: KeyParams,
    query: SizeQuery,
    handle: ({ tx, params: { key }, query: { size } }) => openPicture(tx, key, size),
  }),
  portalRoute({
    method: 'GET',
    path: '/pictures/:key',
    summary: 'A technician’s picture as WebP, 64, 128, 256 or 512 pixels wide',
    allow: 'contact',
    params: KeyParams,
    query: SizeQuery,
    handle: ({ tx, params: { key }, query: { size } }) => openPicture(tx, key, size),
  }),
];
