import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** Of its customer: who works with it is forgotten while one of the two is somewhere else. */
export async function listContactsOfDevice(
  tx: TenantTx,
  { id, customer_id }: { id: number; customer_id: number },
) {
  return tx
    .selectFrom('device_contacts as dc')
    .innerJoin('contacts as k', (join) =>
      join.onRef('k.tenant_id', '=', 'dc.tenant_id').onRef('k.id', '=', 'dc.contact_id'),
    )
    .where('dc.device_id', '=', id)
    .where('k.customer_id', '=', customer_id)
    .select(['k.id', 'k.first_name', 'k.last_name', 'k.email'])
    .orderBy('k.name_folded')
    .execute();
}

/** The ids of the contacts of these customers who work with it. */
export async function listUsersOfDevice(
  tx: TenantTx,
  id: number,
  customerIds: readonly number[],
): Promise<number[]> {
  const rows = await tx
    .selectFrom('device_contacts as dc')
    .innerJoin('contacts as k', (join) =>
      join.onRef('k.tenant_id', '=', 'dc.tenant_id').onRef('k.id', '=', 'dc.contact_id'),
    )
    .where('dc.device_id', '=', id)
    .where('k.customer_id', 'in', customerIds)
    .select('k.id')
    .execute();
  return rows.map((row) => row.id);
}

export async function putContactOnDevice(
  tx: TenantTx,
  deviceId: number,
  contactId: number,
): Promise<void> {
  await tx
    .insertInto('device_contacts')
    .values({ device_id: deviceId, contact_id: contactId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function takeContactOffDevice(
  tx: TenantTx,
  deviceId: number,
  contactId: number,
): Promise<void> {
  await tx
    .deleteFrom('device_contacts')
    .where('device_id', '=', deviceId)
    .where('contact_id', '=', contactId)
    .execute();
}
