import { fullNameOf, getTechnician } from '#modules/technicians/index.ts';
import { systemActor, type TechnicianActor } from '#platform/actor.ts';
import { clock, DAY_MS } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError } from '#platform/errors.ts';
import { defineJob, enqueue, type JobContext, type ScheduledJob } from '#platform/jobs/job.ts';
import { IMPORT_LIMITS } from '#shared/imports.ts';
import { checkImport } from './check-import.ts';
import { workOnImport } from './import-orders.ts';
import { deleteOldImports, findImport, updateImport } from './imports.queries.ts';
import { runImport } from './run-import.ts';

export type InTenant = <T>(
  work: (tx: TenantTx & { actor: TechnicianActor }) => Promise<T>,
) => Promise<T>;

export const workOnImports = defineJob({
  ...workOnImport,
  async run(context) {
    const { payload, platform } = context;
    if ('fileKey' in payload) return platform.files.remove(payload.fileKey);
    const { importId, technicianId } = payload;
    const inTenant = await asTechnician(context, technicianId);
    if (!inTenant) return fail(context, importId, technicianId);
    const row = await inTenant((tx) => findImport(tx, importId, technicianId));
    try {
      if (row?.state === 'checking') await checkImport(inTenant, platform, row);
      if (row?.state !== 'running') return;
      if (await runImport(inTenant, platform, row)) return;
      await inTenant((tx) => enqueue(tx, workOnImport, payload));
    } catch (error) {
      // What the file does to us is no reason to try again; all else may pass.
      if (!context.isLastAttempt && !(error instanceof AppError && error.status < 500)) throw error;
      context.log.error({ err: error, importId }, 'an import cannot go on');
      await fail(context, importId, technicianId);
    }
  },
});

/** Whoever ordered it, with the rights that he has now; null when he may not sign in any more. */
async function asTechnician(
  { platform, tenantId }: JobContext<unknown>,
  technicianId: number,
): Promise<InTenant | null> {
  const technician = await platform.db.withTenant(
    { tenantId, actor: systemActor('imports') },
    (tx) => getTechnician(tx, technicianId),
  );
  if (technician.state !== 'active') return null;
  const actor: TechnicianActor = {
    kind: 'technician',
    technicianId,
    name: fullNameOf(technician),
    email: technician.email,
    language: technician.language,
    sessionId: null,
    apiKeyId: null,
    mustSetUpTwoFactor: false,
    permissions: technician.permissions,
    customerIds: technician.customerIds,
  };
  return (work) => platform.db.withTenant({ tenantId, actor }, (tx) => work(tx as never));
}

async function fail(
  { platform, tenantId }: JobContext<unknown>,
  importId: number,
  technicianId: number,
): Promise<void> {
  await platform.db.withTenant({ tenantId, actor: systemActor('imports') }, async (tx) => {
    if (!(await findImport(tx, importId, technicianId, { isLocked: true }))) return;
    const now = clock.now();
    await updateImport(tx, importId, { state: 'failed', finished_at: now }, now);
  });
}

/** Lists of people are not kept for ever. */
const forgetOldImports: ScheduledJob = {
  name: 'imports.forgetOld',
  schedule: '23 3 * * *',
  async run({ platform, log }) {
    const before = new Date(clock.now().getTime() - IMPORT_LIMITS.keptDays * DAY_MS);
    const actor = systemActor('imports.forgetOld');
    for (const tenantId of await platform.db.lookups.tenantIds()) {
      const keys = await platform.db.withTenant({ tenantId, actor }, (tx) =>
        deleteOldImports(tx, before),
      );
      for (const key of keys) await platform.files.remove(key);
      if (keys.length > 0) log.info({ tenantId, count: keys.length }, 'old imports are forgotten');
    }
  },
};

export const importsJobs = [workOnImports];
export const importsScheduledJobs = [forgetOldImports];
