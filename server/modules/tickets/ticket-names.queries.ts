import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

export interface Named {
  id: number;
  name: string;
}
export interface Names {
  assignee: Named | null;
  customer: Named | null;
  contact: Named | null;
}

/** What the people of a ticket are called right now. */
export async function findNames(
  tx: TenantTx,
  ids: { assigneeId: number | null; customerId: number | null; contactId: number | null },
): Promise<Names> {
  const { rows } = await sql<Names>`
    select
      (select jsonb_build_object('id', id, 'name', btrim(first_name || ' ' || last_name))
        from technicians where id = ${ids.assigneeId}) as assignee,
      (select jsonb_build_object('id', id, 'name', name)
        from customers where id = ${ids.customerId}) as customer,
      (select jsonb_build_object('id', id,
          'name', coalesce(nullif(btrim(first_name || ' ' || last_name), ''), email))
        from contacts where id = ${ids.contactId}) as contact`.execute(tx);
  return rows[0] ?? { assignee: null, customer: null, contact: null };
}
