import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError } from '#platform/errors.ts';
import { changeTicket, type TicketChanges } from './change-ticket.ts';
import { getTicketByNumber, type Ticket } from './tickets.ts';

export interface ChangedTickets {
  changed: number[];
  /** Not there any more, or not to be seen. */
  missing: number[];
}

/**
 * The same change for many tickets, each as if it were changed alone; those that are gone meanwhile
 * hold up none of the others. What none of them may have is a 400, and changes none.
 */
export async function changeTickets(
  tx: TenantTx,
  numbers: readonly number[],
  change: Pick<TicketChanges, 'status' | 'priority' | 'type' | 'assigneeId'>,
): Promise<ChangedTickets> {
  const wanted = [...new Set(numbers)];
  const tickets: Ticket[] = [];
  for (const number of wanted) {
    const ticket = await unlessMissing(getTicketByNumber(tx, number));
    if (ticket) tickets.push(ticket);
  }
  const changed = new Set<number>();
  // Always in the same order, so that two who change the same tickets do not wait for each other.
  for (const { id, number } of tickets.sort((a, b) => a.id - b.id)) {
    const isChanged = await unlessMissing(changeTicket(tx, id, change).then(() => true));
    if (isChanged) changed.add(number);
  }
  return {
    changed: wanted.filter((number) => changed.has(number)),
    missing: wanted.filter((number) => !changed.has(number)),
  };
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.status === 404) return null;
    throw error;
  }
}
