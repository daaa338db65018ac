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
  device: Named | null;
}

/** What the people and the device of a ticket are called right now. */
export async function findNames(
  tx: TenantTx,
  ids: Record<'assigneeId' | 'customerId' | 'contactId' | 'deviceId', number | null>,
): Promise<Names> {
  const { rows } = await sql<Names>`
    select
      (select jsonb_build_object('id', id, 'name', btrim(first_name || ' ' || last_name))
        from technicians where id = ${ids.assigneeId}) as assignee,
      (select jsonb_build_object('id', id, 'name', name)
        from customers where id = ${ids.customerId}) as customer,
      (select jsonb_build_object('id', id,
          'name', coalesce(nullif(btrim(first_name || ' ' || last_name), ''), email))
        from contacts where id = ${ids.contactId}) as contact,
      (select jsonb_build_object('id', id, 'name', name)
        from devices where id = ${ids.deviceId}) as device`.execute(tx);
  return rows[0] ?? { assignee: null, customer: null, contact: null, device: null };
}
