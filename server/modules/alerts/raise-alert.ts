import { alertTitle } from '#modules/alert-titles/index.ts';
import { findMaintenance } from '#modules/maintenance/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { clock, inMs } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { AlertKind, AlertSource, Severity } from '#shared/alerts.ts';
import { ALERT_LIMITS } from '#shared/alerts.ts';
import {
  countRaises,
  holdDevices,
  holdDevicesOf,
  insertAlert,
  lockNewest,
  type StoredAlert,
  updateAlerts,
} from './alerts.queries.ts';
import {
  CALM_MS,
  decideRaise,
  FLAPPING_TIMES,
  FLAPPING_WITHIN_MS,
  type Raise,
} from './alerts.rules.ts';
import { orderFollowUp } from './follow-up-order.ts';
import { announceAlerts, noteAlerts } from './note-alert.ts';
import { settleResolved } from './settle-resolved.ts';

export interface AlertWanted {
  /** What it is about, of whom. There is one unresolved alert of a fingerprint in a company. */
  fingerprint: string;
  source: AlertSource;
  /** `other` brings its own `title`. */
  kind: AlertKind;
  title?: string;
  target?: string;
  value?: number | null;
  threshold?: number | null;
  text?: string;
  labels?: Record<string, string>;
  url?: string | null;
  severity: Severity;
  deviceId: number | null;
  /** The device's, where there is one. */
  customerId: number | null;
  alertSourceId?: number | null;
  /** What follows from it; null: what the device's profile says, or the default one. */
  profileId?: number | null;
  /**
   * Since when it is so. Somebody who resolves an alert has resolved this occurrence: the same one
   * raised again is not heard. Left out: each time is another occurrence.
   */
  occurredAt?: Date;
}

export interface Raised {
  id: number;
  what: Raise;
}

/**
 * Says that something is wrong. The same said again is the same alert; within an hour after it was
 * resolved it opens again. Who is to be told and whether a ticket is opened follows in a job.
 */
export async function raiseAlert(tx: TenantTx, wanted: AlertWanted): Promise<Raised> {
  const [raised] = await raiseAlerts(tx, [wanted]);
  return raised!;
}

/** The same for many at once; open pages are told once. */
export async function raiseAlerts(tx: TenantTx, all: readonly AlertWanted[]): Promise<Raised[]> {
  if (all.length === 0) return [];
  const { language } = await getTenant(tx);
  await holdDevices(
    tx,
    all.flatMap(({ deviceId }) => deviceId ?? []),
  );
  const silenceFor = silencesOf(tx);
  const changed: Pick<StoredAlert, 'id' | 'device_id' | 'customer_id'>[] = [];
  const raised: Raised[] = [];
  for (const wanted of all) {
    const titled = {
      kind: wanted.kind,
      target: wanted.target ?? '',
      value: wanted.value ?? null,
      threshold: wanted.threshold ?? null,
      title: wanted.title ?? '',
    };
    const title = alertTitle(language, titled).slice(0, ALERT_LIMITS.titleChars);
    const one = await raiseOne(tx, { ...wanted, title }, silenceFor);
    raised.push(one);
    if (one.what !== 'same' && one.what !== 'ignored')
      changed.push({ id: one.id, device_id: wanted.deviceId, customer_id: wanted.customerId });
  }
  await announceAlerts(tx, changed);
  if (raised.some(({ what }) => isNews(what))) await orderFollowUp(tx);
  return raised;
}

type SilenceFor = (wanted: AlertWanted) => ReturnType<typeof findMaintenance>;

/** Asked once for each device and customer, however many alerts there are of them. */
function silencesOf(tx: TenantTx): SilenceFor {
  const known = new Map<string, ReturnType<typeof findMaintenance>>();
  return (wanted) => {
    const key = `${wanted.deviceId}:${wanted.customerId}`;
    const silence = known.get(key) ?? findMaintenance(tx, wanted);
    known.set(key, silence);
    return silence;
  };
}

const isNews = (what: Raise) => what === 'new' || what === 'reopened' || what === 'severity';

async function raiseOne(
  tx: TenantTx,
  wanted: AlertWanted & { title: string },
  silenceFor: SilenceFor,
): Promise<Raised> {
  const now = clock.now();
  const occurredAt = wanted.occurredAt ?? now;
  // A second look when somebody else raised the same at this moment.
  for (let look = 0; look < 2; look++) {
    const known = await lockNewest(tx, wanted.fingerprint);
    const what = decideRaise(known ?? null, { severity: wanted.severity, occurredAt }, now);
    if (what !== 'new') return changeKnown(tx, known!, what, wanted, occurredAt, silenceFor);
    const id = await addNew(tx, wanted, occurredAt, silenceFor);
    if (id !== null) return { id, what };
  }
  throw new Error('an alert is neither there nor can it be added');
}

async function addNew(
  tx: TenantTx,
  wanted: AlertWanted & { title: string },
  occurredAt: Date,
  silenceFor: SilenceFor,
): Promise<number | null> {
  const now = clock.now();
  const silence = await silenceFor(wanted);
  const id = await insertAlert(
    tx,
    {
      fingerprint: wanted.fingerprint,
      source: wanted.source,
      alert_source_id: wanted.alertSourceId ?? null,
      kind: wanted.kind,
      labels: wanted.labels ?? {},
      url: wanted.url ?? null,
      ...contentOf(wanted),
      severity: wanted.severity,
      device_id: wanted.deviceId,
      customer_id: wanted.customerId,
      profile_id: wanted.profileId ?? null,
      occurred_at: occurredAt,
      last_at: now,
      ...stateOf(silence, now),
    },
    now,
  );
  if (id === null) return null;
  await noteAlerts(tx, [{ id }], 'raised', { severity: wanted.severity });
  if (silence) await noteAlerts(tx, [{ id }], 'silenced', silence);
  return id;
}

/** In a maintenance window an alert sleeps until the end of it, and is told of only then. */
const stateOf = (silence: { until: Date } | null, now: Date) => ({
  state: silence ? ('snoozed' as const) : ('open' as const),
  snoozed_until: silence?.until ?? null,
  is_silenced: silence !== null,
  follow_up_at: silence ? null : now,
});

const contentOf = (wanted: AlertWanted & { title: string }) => ({
  target: wanted.target ?? '',
  value: wanted.value ?? null,
  threshold: wanted.threshold ?? null,
  title: wanted.title,
  text: (wanted.text ?? '').slice(0, ALERT_LIMITS.textChars),
});

async function changeKnown(
  tx: TenantTx,
  known: StoredAlert,
  what: Exclude<Raise, 'new'>,
  wanted: AlertWanted & { title: string },
  occurredAt: Date,
  silenceFor: SilenceFor,
): Promise<Raised> {
  const { id } = known;
  if (what === 'ignored') return { id, what };
  const now = clock.now();
  const heard = {
    ...contentOf(wanted),
    last_at: now,
    updated_at: now,
    resolves_at: null,
    occurred_at: occurredAt,
  };
  if (what === 'reopened') {
    const silence = await silenceFor(wanted);
    await updateAlerts(tx, [id], {
      ...heard,
      ...stateOf(silence, now),
      severity: wanted.severity,
      device_id: wanted.deviceId,
      customer_id: wanted.customerId,
      occurrences: known.occurrences + 1,
      acknowledged_by: null,
      resolved_at: null,
      resolved_by: null,
    });
    await noteAlerts(tx, [known], 'reopened', { severity: wanted.severity });
    if (silence) await noteAlerts(tx, [known], 'silenced', silence);
    return { id, what };
  }
  if (what === 'severity') {
    // Asleep it stays asleep; otherwise what got worse waits for somebody again.
    const isNewsNow = isMore(wanted.severity, known.severity) && known.state !== 'snoozed';
    const silence = isNewsNow ? await silenceFor(wanted) : null;
    await updateAlerts(tx, [id], {
      ...heard,
      severity: wanted.severity,
      ...(isNewsNow && stateOf(silence, now)),
    });
    await noteAlerts(tx, [known], 'severity', { from: known.severity, to: wanted.severity });
    if (silence) await noteAlerts(tx, [known], 'silenced', silence);
    return { id, what };
  }
  await updateAlerts(tx, [id], {
    ...heard,
    occurrences: known.occurrences + (what === 'back' ? 1 : 0),
  });
  return { id, what };
}

const isMore = (a: Severity, b: Severity) => a !== b && (a === 'critical' || b === 'information');

/**
 * Says that it is over. What comes and goes has to stay away for a while before it counts as
 * resolved. Returns the alert's id, or null when none was unresolved.
 */
export async function resolveAlert(
  tx: TenantTx,
  { fingerprint }: { fingerprint: string },
): Promise<number | null> {
  const [id = null] = await resolveAlerts(tx, [fingerprint]);
  return id;
}

/** The same for many at once. */
export async function resolveAlerts(
  tx: TenantTx,
  fingerprints: readonly string[],
): Promise<number[]> {
  if (fingerprints.length === 0) return [];
  const now = clock.now();
  await holdDevicesOf(tx, fingerprints);
  const ended: StoredAlert[] = [];
  const calming: StoredAlert[] = [];
  for (const fingerprint of fingerprints) {
    const known = await lockNewest(tx, fingerprint);
    if (!known || known.state === 'resolved') continue;
    const raises = await countRaises(tx, known.id, inMs(-FLAPPING_WITHIN_MS, now));
    (known.is_flapping || raises >= FLAPPING_TIMES ? calming : ended).push(known);
  }
  const fresh = calming.filter(({ is_flapping }) => !is_flapping);
  await noteAlerts(tx, fresh, 'flapping');
  await updateAlerts(
    tx,
    calming.map(({ id }) => id),
    { is_flapping: true, resolves_at: inMs(CALM_MS, now), updated_at: now },
  );
  await announceAlerts(tx, fresh);
  await settleResolved(tx, ended, 'source');
  return [...ended, ...calming].map(({ id }) => id);
}
