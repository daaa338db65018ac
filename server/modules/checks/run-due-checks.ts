import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Log } from '#platform/log.ts';
import type { Platform } from '#platform/platform.ts';
import { atMost } from './at-most.ts';
import { type CheckRow, listDueCheckRows, postponeArchived, takeDue } from './checks.queries.ts';
import { listOf } from './outside-address.rules.ts';
import { runCheck } from './run-check.ts';
import { takeFinding } from './take-finding.ts';

const ACTOR = systemActor('checks');
/**
 * How many checks one process runs at the same time. Who did not answer within two seconds the last
 * time probably will not now, and has places of its own: dead hosts wait for each other, and for nobody
 * else. No company takes more than half of the places.
 */
const LANES = [
  { isSlow: false, places: 120 },
  { isSlow: true, places: 200 },
] as const;
type Lane = (typeof LANES)[number];
/** Findings that are kept at the same time: people's requests need the database's connections, too. */
const WRITES = 4;
/** How long until what became free is filled again. */
const PAUSE_MS = 200;

const NEVER = new AbortController().signal;

const atWork = new WeakMap<Platform, { isAskedAgain: boolean }>();

/**
 * Runs every check that is due, of all tenants, until none is left. One call works in a process at a
 * time, others leave it to that one; processes share what there is by taking it.
 */
export async function runDueChecks(
  platform: Platform,
  { log, signal = NEVER }: { log: Log; signal?: AbortSignal | undefined },
): Promise<void> {
  const other = atWork.get(platform);
  if (other) {
    other.isAskedAgain = true;
    return;
  }
  const work = { isAskedAgain: true };
  atWork.set(platform, work);
  try {
    while (work.isAskedAgain && !signal.aborted) {
      work.isAskedAgain = false;
      await runUntilNoneIsDue(platform, log, signal);
    }
  } finally {
    atWork.delete(platform);
  }
}

async function runUntilNoneIsDue(platform: Platform, log: Log, signal: AbortSignal): Promise<void> {
  const running = new Map<Promise<void>, { lane: Lane; tenantId: number }>();
  const keepInTurn = atMost(WRITES);
  const allowed = listOf(platform.config.checkAllowNets);
  const countRunning = (lane: Lane, tenantId?: number) =>
    [...running.values()].filter(
      (one) => one.lane === lane && (tenantId === undefined || one.tenantId === tenantId),
    ).length;

  /** The transaction is closed while the network is waited for. */
  async function run(tenantId: number, check: CheckRow): Promise<void> {
    try {
      const finding = await runCheck(check, allowed, signal);
      if (signal.aborted) return;
      await keepInTurn(() =>
        platform.db.withTenant({ tenantId, actor: ACTOR }, (tx) => takeFinding(tx, check, finding)),
      );
    } catch (err) {
      // One that cannot be kept holds up none of the others; it is due again in its time.
      log.error({ err, tenantId, checkId: check.id }, 'a check could not be run');
    }
  }

  /** Begins what there is room for, a fair part of each tenant; returns how many. */
  async function begin(): Promise<number> {
    const now = clock.now();
    const tenantIds = await platform.db.lookups.tenantsWithDueChecks(now);
    let begun = 0;
    for (const [index, tenantId] of tenantIds.entries()) {
      const wanted = LANES.map((lane) => {
        const free = lane.places - countRunning(lane);
        const own = lane.places / 2 - countRunning(lane, tenantId);
        return { lane, most: Math.min(own, Math.ceil(free / (tenantIds.length - index))) };
      });
      const due = await platform.db.withTenant({ tenantId, actor: ACTOR }, (tx) =>
        takeEach(tx, now, wanted),
      );
      for (const { lane, check } of due) {
        const one: Promise<void> = run(tenantId, check).then(() => void running.delete(one));
        running.set(one, { lane, tenantId });
      }
      begun += due.length;
    }
    return begun;
  }

  for (;;) {
    const begun = signal.aborted ? 0 : await begin();
    if (begun === 0 && running.size === 0) return;
    const isDone = Promise.all(running.keys()).then(() => undefined);
    await (signal.aborted ? isDone : Promise.race([isDone, sleep(PAUSE_MS)]));
  }
}

async function takeEach(
  tx: TenantTx,
  now: Date,
  wanted: readonly { lane: Lane; most: number }[],
): Promise<{ lane: Lane; check: CheckRow }[]> {
  const due: { lane: Lane; check: CheckRow }[] = [];
  for (const { lane, most } of wanted) {
    if (most < 1) continue;
    const ids = await takeDue(tx, now, { most, isSlow: lane.isSlow });
    for (const check of await listDueCheckRows(tx, ids)) due.push({ lane, check });
  }
  await postponeArchived(tx, now);
  return due;
}
