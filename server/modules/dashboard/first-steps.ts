import { getTenant } from '#modules/tenants/index.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { FIRST_STEPS, type FirstStep } from '#shared/dashboard.ts';
import type { Permission } from '#shared/permissions.ts';
import { findDashboards, findStepsDone, writeHidesFirstSteps } from './dashboard.queries.ts';
import { tellWindows } from './dashboard.ts';

/** Who is shown a step: who may do it. A mail can be sent by anybody who sees what comes of it. */
const NEEDED: Record<FirstStep, Permission> = {
  customer: 'customers.manage',
  portal: 'settings.manage',
  mail: 'tickets.view',
  device: 'devices.manage',
  colleague: 'technicians.manage',
};

export async function getFirstSteps(tx: ConsoleTx) {
  const done = await findStepsDone(tx);
  const { own } = await findDashboards(tx, tx.actor.technicianId);
  const { permissions, customerIds } = tx.actor;
  return {
    // Whoever sees some customers only is no founder: these tell of the whole company.
    steps:
      customerIds === null
        ? FIRST_STEPS.filter((step) => permissions.has(NEEDED[step])).map((step) => ({
            step,
            isDone: done[step],
          }))
        : [],
    isHidden: own?.hides_first_steps ?? false,
    isEmpty: !done.ticket && !done.device,
    supportAddress: (await getTenant(tx)).supportAddress,
  };
}

export async function hideFirstSteps(tx: ConsoleTx): Promise<void> {
  await writeHidesFirstSteps(tx, tx.actor.technicianId);
  await tellWindows(tx);
}
