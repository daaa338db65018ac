import { type Rights, reaches } from '#platform/actor.ts';

/** Whether somebody with these rights sees the tickets of the customer (null: those of none). */
export const seesTicketsOf = (rights: Rights, customerId: number | null): boolean =>
  rights.permissions.has('tickets.view') && reaches(rights, customerId);
