import { type AlertWanted, raiseAlerts, resolveAlerts } from '#modules/alerts/index.ts';
import { systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import { hashToken } from '#platform/crypto/secrets.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError, tooMany } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';
import type { AlertSourceFormat } from '#shared/alerts.ts';
import {
  findCustomersByNames,
  findDevicesByNames,
  lockSource,
  updateSource,
} from './alert-sources.queries.ts';
import { type IncomingAlert, readDelivery } from './deliveries.rules.ts';
import { inBatches } from './in-batches.ts';

/** A source that sends more than this a minute has gone mad. */
const DELIVERIES_PER_MINUTE = 6_000;
/** From one address, with secrets that nobody knows. */
const GUESSES_PER_MINUTE = 60;

/** So many deliveries of one source are taken in together. */
const DELIVERIES_AT_ONCE = 50;

interface Taken {
  raised: number;
  resolved: number;
}

interface Delivery {
  platform: Platform;
  hash: Buffer;
  place: { tenantId: number; alertSourceId: number };
  body: unknown;
  origin: { ip: string; requestId: string };
}

const takeInTurn = inBatches(DELIVERIES_AT_ONCE, takeTogether);

/** Throws 401 for a secret that is unknown, and 429 for who has tried many. */
export async function admitSource(platform: Platform, secret: string, ip: string): Promise<void> {
  if (await platform.db.lookups.alertSourceByHash(hashToken(secret))) return;
  await limit(platform, `alertHook:${ip}`, GUESSES_PER_MINUTE);
  throw new AppError(401, 'alertSourceUnknown');
}

/**
 * Takes in what another system sends. Throws 401 for a secret that is unknown, 400 for what is not in
 * the source's format; the source then shows why, until it sends something that is.
 */
export async function takeDelivery(
  platform: Platform,
  secret: string,
  body: unknown,
  origin: { ip: string; requestId: string },
): Promise<Taken> {
  const hash = hashToken(secret);
  const place = await platform.db.lookups.alertSourceByHash(hash);
  if (!place) throw new AppError(401, 'alertSourceUnknown');
  await limit(platform, `alertSource:${place.alertSourceId}`, DELIVERIES_PER_MINUTE);
  const key = `${platform.config.baseUrl} ${hash.toString('hex')}`;
  const taken = await takeInTurn(key, { platform, hash, place, body, origin });
  // What was wrong is noted, so the transaction has to end well.
  if (taken instanceof AppError) throw taken;
  return taken;
}

async function takeTogether(deliveries: Delivery[]): Promise<(Taken | AppError)[]> {
  const [{ platform, place, hash, origin }] = deliveries as [Delivery, ...Delivery[]];
  const scope = { tenantId: place.tenantId, actor: systemActor('alerts'), origin };
  return platform.db.withTenant(scope, async (tx) => {
    const source = await lockSource(tx, place.alertSourceId, hash);
    if (!source) throw new AppError(401, 'alertSourceUnknown');
    const format = source.format as AlertSourceFormat;
    const all = deliveries.map(({ body }) => read(format, body));
    const last = all.at(-1);
    const error = last instanceof AppError ? last.code : null;
    await updateSource(tx, source.id, { last_received_at: clock.now(), last_error: error });
    await takeAlerts(
      tx,
      source,
      all.flatMap((alerts) => (alerts instanceof AppError ? [] : alerts)),
    );
    return all.map((alerts) => (alerts instanceof AppError ? alerts : countOf(alerts)));
  });
}

function read(format: AlertSourceFormat, body: unknown): IncomingAlert[] | AppError {
  try {
    return readDelivery(format, body);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function countOf(alerts: readonly IncomingAlert[]): Taken {
  const resolved = alerts.filter(({ isResolved }) => isResolved).length;
  return { raised: alerts.length - resolved, resolved };
}

async function limit(platform: Platform, bucket: string, perMinute: number): Promise<void> {
  const { used, resetsInSeconds } = await platform.db.lookups.countUse(bucket, 60);
  if (used > perMinute) throw tooMany(resetsInSeconds);
}

interface Source {
  id: number;
  customer_id: number | null;
  profile_id: number | null;
}

async function takeAlerts(
  tx: TenantTx,
  source: Source,
  alerts: readonly IncomingAlert[],
): Promise<void> {
  // The last word on a thing counts.
  const latest = [...new Map(alerts.map((alert) => [alert.key, alert])).values()];
  const firing = latest.filter(({ isResolved }) => !isResolved);
  const over = latest.filter(({ isResolved }) => isResolved);
  await raiseAlerts(tx, await placed(tx, source, firing));
  await resolveAlerts(
    tx,
    over.map((alert) => fingerprintOf(source, alert)),
  );
}

const fingerprintOf = ({ id }: Source, { key }: IncomingAlert) => `source:${id}:${key}`;

/** With the device and customer that they are about, as far as names tell. */
async function placed(
  tx: TenantTx,
  source: Source,
  alerts: readonly IncomingAlert[],
): Promise<AlertWanted[]> {
  const names = new Set(alerts.flatMap(({ deviceNames }) => deviceNames));
  const devices = await findDevicesByNames(tx, [...names], source.customer_id);
  const owners = new Set(alerts.flatMap(({ customerName }) => customerName?.toLowerCase() ?? []));
  const customers = source.customer_id
    ? new Map<string, number>()
    : await findCustomersByNames(tx, [...owners]);
  return alerts.map((alert) => {
    const named = alert.customerName && customers.get(alert.customerName.toLowerCase());
    const customerId = source.customer_id ?? (named || null);
    const device = alert.deviceNames
      .map((name) => devices.get(name))
      .find((found) => found && (customerId === null || found.customer_id === customerId));
    return {
      fingerprint: fingerprintOf(source, alert),
      source: 'webhook',
      kind: 'other',
      title: alert.title,
      text: alert.text,
      severity: alert.severity,
      labels: alert.labels,
      url: alert.url,
      deviceId: device?.id ?? null,
      customerId: device?.customer_id ?? customerId,
      alertSourceId: source.id,
      profileId: source.profile_id,
      ...(alert.occurredAt && { occurredAt: alert.occurredAt }),
    };
  });
}
