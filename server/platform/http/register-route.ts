import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { negotiateLanguage } from '#shared/languages.ts';
import type { Permission } from '#shared/permissions.ts';
import { type Actor, systemActor, type VisitorActor } from '../actor.ts';
import type { TenantTx } from '../db/tenant-tx.ts';
import { actAs } from '../db/tenant-tx.ts';
import { AppError, forbidden, tooMany, unauthenticated } from '../errors.ts';
import type { Platform } from '../platform.ts';
import type { DeviceIdentity, Guard, Identity } from './guard.ts';
import { PREFIX, RawAnswer, type Route } from './route.ts';
import { forgetUpload, receiveUpload } from './upload.ts';

/**
 * Registers a route with the whole pipeline in its order: limit, sign-in, upload, transaction,
 * permission, validation, operation, commit, answer.
 */
export function registerRoute(
  app: FastifyInstance,
  platform: Platform,
  guard: Guard,
  route: Route,
): void {
  app.route({
    method: route.method,
    url: PREFIX[route.audience] + route.path,
    config: { audience: route.audience, isPublic: route.allow === 'public' },
    ...(route.bodyBytes && { bodyLimit: route.bodyBytes }),
    ...(route.admit && {
      onRequest: async (request: FastifyRequest) => {
        if (request.audience.kind !== hostOf(route)) throw new AppError(404, 'notFound');
        await route.admit?.(platform, request);
      },
    }),
    ...(route.audience === 'agent' && {
      onRequest: (request: FastifyRequest) => admitAgent(platform, guard, route, request),
    }),
    schema: {
      summary: route.summary,
      hide: route.isHidden,
      tags: [route.audience === 'portal' ? 'portal' : (route.path.split('/')[1] ?? '')],
      description: `Who may: ${[route.allow].flat().join(' or ')}.`,
      ...(route.params && { params: route.params }),
      ...(route.query && { querystring: route.query }),
      ...(route.body && { body: route.body }),
      ...(route.upload && { consumes: ['multipart/form-data'] }),
      response: { [statusOf(route)]: route.answer ?? z.any() },
    },
    handler: async (request, reply) => {
      const host = request.audience;
      if (host.kind !== hostOf(route)) throw new AppError(404, 'notFound');
      if (route.limitPerMinute && route.audience !== 'agent')
        await limit(platform, addressBucket(route, request), route.limitPerMinute);
      if (route.allow === 'public') {
        const tenantId = host.kind === 'portal' ? host.tenantId : 0;
        const result = await route.handle({
          ...inputOf(route, request, reply, platform),
          tenantId,
        } as never);
        return answer(route, reply, result);
      }
      if (route.audience === 'agent') {
        const result = await enterAsDevice(platform, guard, request, (tx, deviceId) =>
          route.handle({ ...inputOf(route, request, reply, platform), tx, deviceId } as never),
        );
        return answer(route, reply, result);
      }
      const identity = await guard.identify(platform, request, audienceOf(route));
      if (route.allow === 'visitor' && host.kind === 'portal') {
        const result = await enterAsReader(
          platform,
          guard,
          request,
          host.tenantId,
          identity,
          (tx) => route.handle({ ...inputOf(route, request, reply, platform), tx } as never),
        );
        return answer(route, reply, result);
      }
      // A portal's cookie is worth nothing at another tenant's portal.
      if (!identity || (host.kind === 'portal' && host.tenantId !== identity.tenantId))
        throw unauthenticated();
      const inside = <T>(work: (tx: TenantTx) => Promise<T>) =>
        enter(platform, guard, route, request, identity, work);
      if (!route.upload) {
        const result = await inside((tx) =>
          route.handle({ ...inputOf(route, request, reply, platform), tx } as never),
        );
        return answer(route, reply, result);
      }
      // Content is received outside any transaction, and only from who may send it.
      await inside(async () => undefined);
      const query = route.query?.parse(request.query);
      const upload = await receiveUpload(request, platform.files, route.upload, query);
      try {
        const result = await inside((tx) =>
          route.handle({ ...inputOf(route, request, reply, platform), tx, upload } as never),
        );
        return answer(route, reply, result);
      } catch (error) {
        await forgetUpload(platform.files, upload);
        throw error;
      }
    },
  });
}

/** Opens the tenant's transaction, finds out who acts and whether he may, then works. */
function enter<T>(
  platform: Platform,
  guard: Guard,
  route: Route,
  request: FastifyRequest,
  identity: Identity,
  work: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  const origin = { ip: request.ip, requestId: request.id };
  const scope = { tenantId: identity.tenantId, actor: systemActor('sign-in'), origin };
  return platform.db.withTenant(scope, async (tx) => {
    const actor = await guard.loadActor(tx, identity, audienceOf(route));
    if (!actor) throw unauthenticated();
    request.language = 'language' in actor ? actor.language : request.language;
    checkPermission(route, actor);
    return work(actAs(tx, actor));
  });
}

/**
 * The same for pages that need no sign-in. A contact who still has to replace a generated password
 * reads as a visitor until then, and so does whoever brings a cookie that opens nothing here.
 */
function enterAsReader<T>(
  platform: Platform,
  guard: Guard,
  request: FastifyRequest,
  tenantId: number,
  identity: Identity | null,
  work: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  const visitor: VisitorActor = { kind: 'visitor', name: 'visitor', language: request.language };
  const origin = { ip: request.ip, requestId: request.id };
  return platform.db.withTenant({ tenantId, actor: visitor, origin }, async (tx) => {
    const isOwn = identity !== null && identity.tenantId === tenantId;
    const actor = isOwn ? await guard.loadActor(tx, identity, 'portal') : null;
    const isContact = actor?.kind === 'contact' && !actor.mustChangePassword;
    if (isContact) request.language = actor.language;
    return work(actAs(tx, isContact ? actor : visitor));
  });
}

/** Agents talk to the console's host. */
const hostOf = (route: Route) => (route.audience === 'agent' ? 'console' : route.audience);
const audienceOf = (route: Route) => (route.audience === 'portal' ? 'portal' : 'console');

/** A machine reports once a minute, and faster where it has a week to tell of. */
const REPORTS_PER_MINUTE = 240;
/** From one address, with keys that nobody has; a whole customer may be behind it. */
const UNKNOWN_KEYS_PER_MINUTE = 600;

const identities = new WeakMap<FastifyRequest, DeviceIdentity>();

/** Before anything of the body is read: unpacking and parsing eight megabytes is nothing for strangers. */
async function admitAgent(
  platform: Platform,
  guard: Guard,
  route: Route,
  request: FastifyRequest,
): Promise<void> {
  if (request.audience.kind !== hostOf(route)) throw new AppError(404, 'notFound');
  if (route.allow === 'public') {
    if (route.limitPerMinute)
      await limit(platform, addressBucket(route, request), route.limitPerMinute);
    return;
  }
  const identity = await guard.identifyDevice(platform, request);
  if (!identity) {
    await limit(platform, `agentKeys:${request.ip}`, UNKNOWN_KEYS_PER_MINUTE);
    throw new AppError(401, 'agentKeyUnknown');
  }
  await limit(platform, `agentKey:${identity.deviceKeyId}`, REPORTS_PER_MINUTE);
  identities.set(request, identity);
}

/** For a machine that shows the key of its device. It acts as the system: it has no rights to ask for. */
async function enterAsDevice<T>(
  platform: Platform,
  guard: Guard,
  request: FastifyRequest,
  work: (tx: TenantTx, deviceId: number) => Promise<T>,
): Promise<T> {
  const identity = identities.get(request);
  if (!identity) throw new AppError(401, 'agentKeyUnknown');
  const { tenantId } = identity;
  const origin = { ip: request.ip, requestId: request.id };
  return platform.db.withTenant({ tenantId, actor: systemActor('agent'), origin }, async (tx) => {
    const device = await guard.loadDevice(tx, identity);
    if (!device) throw new AppError(401, 'agentKeyUnknown');
    return work(tx, device.deviceId);
  });
}

const addressBucket = (route: Route, { ip }: FastifyRequest) =>
  `route:${route.method}${route.audience}${route.path}:${ip}`;

async function limit(platform: Platform, bucket: string, perMinute: number): Promise<void> {
  const { used, resetsInSeconds } = await platform.db.lookups.countUse(bucket, 60);
  if (used > perMinute) throw tooMany(resetsInSeconds);
}

function checkPermission(route: Route, actor: Actor): void {
  if (route.audience === 'console') {
    if (actor.kind !== 'technician') throw unauthenticated();
    if (actor.mustSetUpTwoFactor && route.allow !== 'newcomer')
      throw forbidden('twoFactorRequired');
    if (route.allow === 'technician' || route.allow === 'newcomer') return;
    const keys = [route.allow].flat() as Permission[];
    if (!keys.some((permission) => actor.permissions.has(permission))) throw forbidden();
  } else {
    if (actor.kind !== 'contact') throw unauthenticated();
    if (actor.mustChangePassword && route.allow !== 'newcomer')
      throw forbidden('passwordChangeRequired');
  }
}

function inputOf(route: Route, request: FastifyRequest, reply: FastifyReply, platform: Platform) {
  return {
    params: route.params?.parse(request.params),
    query: route.query?.parse(request.query),
    body: route.body?.parse(request.body ?? {}),
    language: request.language ?? negotiateLanguage(request.headers['accept-language']),
    request,
    reply,
    platform,
    upload: null,
  };
}

const statusOf = (route: Route) => route.status ?? (route.answer ? 200 : 204);

function answer(route: Route, reply: FastifyReply, result: unknown) {
  if (result instanceof RawAnswer) return result.send(reply);
  reply.code(statusOf(route)).header('cache-control', 'no-store');
  // Parsing drops every field that the answer's schema does not list.
  return route.answer ? reply.send(route.answer.parse(result)) : reply.send();
}
