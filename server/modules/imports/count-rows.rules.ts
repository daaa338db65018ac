import type { ImportCounts } from './imports.views.ts';
import type { RowPlan } from './plan-row.ts';

/** Adds a row to the counts. */
export function countRow(counts: ImportCounts, plan: Pick<RowPlan, 'outcome' | 'customer'>): void {
  counts[plan.outcome]++;
  if (plan.outcome !== 'refused' && plan.customer?.do === 'create') counts.customersCreated++;
}
