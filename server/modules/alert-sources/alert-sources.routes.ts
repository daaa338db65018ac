import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppError } from '#platform/errors.ts';
import { IdParams, requiredLine } from '#platform/http/fields.ts';
import { consoleRoute, publicConsoleRoute, type Route } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { ALERT_LIMITS, ALERT_SOURCE_FORMATS } from '#shared/alerts.ts';
import { LIMITS } from '#shared/limits.ts';
import { listSourceRows } from './alert-sources.queries.ts';
import { addSource, changeSource, removeSource, renewSecret } from './alert-sources.ts';
import {
  AlertSourceView,
  alertSourceView,
  SourceSecretView,
  sourceSecretView,
} from './alert-sources.views.ts';
import { admitSource, takeDelivery } from './take-delivery.ts';

const Id = z.number().int().positive();
const Fields = {
  name: requiredLine(LIMITS.nameChars),
  customerId: Id.nullable(),
  profileId: Id.nullable(),
};

const DELIVERY = {
  method: 'POST',
  allow: 'public',
  bodyBytes: ALERT_LIMITS.deliveryBytes,
  answer: z.object({ raised: z.number(), resolved: z.number() }),
  admit: (platform: Platform, request: FastifyRequest) =>
    admitSource(platform, secretOf(request), request.ip),
} as const;

export const alertSourcesRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/alert-sources',
    summary: 'Systems that send alerts to a webhook',
    allow: 'settings.manage',
    answer: z.object({ items: z.array(AlertSourceView) }),
    handle: async ({ tx }) => ({ items: (await listSourceRows(tx)).map(alertSourceView) }),
  }),
  consoleRoute({
    method: 'POST',
    path: '/alert-sources',
    summary: 'Add a system that sends alerts; its secret is in this answer and never again',
    allow: 'settings.manage',
    body: z.strictObject({
      name: Fields.name,
      format: z.enum(ALERT_SOURCE_FORMATS),
      customerId: Fields.customerId.default(null),
      profileId: Fields.profileId.default(null),
    }),
    answer: SourceSecretView,
    status: 201,
    handle: async ({ tx, body }) => sourceSecretView(await addSource(tx, body)),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/alert-sources/:id',
    summary: 'Change a system that sends alerts',
    allow: 'settings.manage',
    params: IdParams,
    body: z.strictObject(Fields).partial(),
    answer: AlertSourceView,
    handle: async ({ tx, params: { id }, body }) =>
      alertSourceView(await changeSource(tx, id, body)),
  }),
  consoleRoute({
    method: 'POST',
    path: '/alert-sources/:id/secret',
    summary: 'A new secret in place of the old one, which ends at once',
    allow: 'settings.manage',
    params: IdParams,
    answer: SourceSecretView,
    status: 201,
    handle: async ({ tx, params: { id } }) => sourceSecretView(await renewSecret(tx, id)),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/alert-sources/:id',
    summary: 'Take no more alerts from a system',
    allow: 'settings.manage',
    params: IdParams,
    handle: ({ tx, params: { id } }) => removeSource(tx, id),
  }),
  publicConsoleRoute({
    ...DELIVERY,
    path: '/alert-hooks',
    summary: 'Alerts of another system, with its secret as Authorization: Bearer',
    handle: ({ platform, request }) =>
      takeDelivery(platform, secretOf(request), request.body, originOf(request)),
  }),
  publicConsoleRoute({
    ...DELIVERY,
    path: '/alert-hooks/:secret',
    summary: 'Alerts of another system that cannot send a header',
    params: z.object({ secret: z.string().max(200) }),
    handle: ({ platform, request }) =>
      takeDelivery(platform, secretOf(request), request.body, originOf(request)),
  }),
];

/** In the address, or as Authorization: Bearer. Throws 401 when there is none. */
function secretOf({ params, headers }: FastifyRequest): string {
  const { secret } = params as { secret?: string };
  const shown = secret ?? /^Bearer +(\S{1,200})$/i.exec(headers.authorization ?? '')?.[1];
  if (!shown) throw new AppError(401, 'alertSourceUnknown');
  return shown;
}

const originOf = ({ ip, id }: { ip: string; id: string }) => ({ ip, requestId: id });
