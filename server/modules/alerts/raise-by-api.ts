import { createHash } from 'node:crypto';
import { getDevice, requireCustomer } from '#modules/devices/index.ts';
import { limitOf } from '#platform/actor.ts';
import { AppError, invalid } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import type { Severity } from '#shared/alerts.ts';
import type { AlertPageView } from './alerts.views.ts';
import { getAlert } from './list-alerts.ts';
import { raiseAlert, resolveAlert } from './raise-alert.ts';

export interface ApiAlert {
  fingerprint?: string | undefined;
  title: string;
  text?: string | undefined;
  severity: Severity;
  status: 'firing' | 'resolved';
  deviceId?: number | undefined;
  customerId?: number | undefined;
  labels?: Record<string, string> | undefined;
  url?: string | undefined;
  occurredAt?: Date | undefined;
}

/**
 * A script says that something is wrong, or over. Without a fingerprint what has the same title on
 * the same device or customer is the same alert. null: it is over, and nobody knew of it.
 */
export async function raiseByApi(tx: ConsoleTx, wanted: ApiAlert): Promise<AlertPageView | null> {
  const { deviceId = null } = wanted;
  const customerId = await customerOf(tx, wanted);
  const name = wanted.fingerprint ?? wanted.title;
  const digest = createHash('sha256').update(name).digest('base64url');
  const fingerprint = `api:${customerId ?? ''}:${deviceId ?? ''}:${digest}`;
  if (wanted.status === 'resolved') {
    const id = await resolveAlert(tx, { fingerprint });
    return id === null ? null : getAlert(tx, id);
  }
  const { id } = await raiseAlert(tx, {
    fingerprint,
    source: 'api',
    kind: 'other',
    title: wanted.title,
    text: wanted.text ?? '',
    severity: wanted.severity,
    labels: wanted.labels ?? {},
    url: wanted.url ?? null,
    deviceId,
    customerId,
    ...(wanted.occurredAt && { occurredAt: wanted.occurredAt }),
  });
  return getAlert(tx, id);
}

async function customerOf(tx: ConsoleTx, wanted: ApiAlert): Promise<number | null> {
  const { deviceId, customerId } = wanted;
  if (deviceId !== undefined) {
    const device = await getDevice(tx, deviceId).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.status !== 404) throw error;
      throw invalid({ field: 'deviceId', code: 'unknownDevice' });
    });
    if (customerId !== undefined && customerId !== device.customer.id)
      throw invalid({ field: 'customerId', code: 'deviceOfOtherCustomer' });
    return device.customer.id;
  }
  if (customerId !== undefined) await requireCustomer(tx, customerId);
  // What belongs to no customer nobody with a limited role would ever see, he himself included.
  else if (limitOf(tx.actor) !== null) throw invalid({ field: 'customerId', code: 'required' });
  return customerId ?? null;
}
