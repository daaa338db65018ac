import { sql } from 'kysely';
import type { TenantTx } from './tenant-tx.ts';

/**
 * Work that may fail without taking the transaction with it: what it did is undone, and the error
 * goes on to the caller.
 */
export async function withSavepoint<T>(tx: TenantTx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint work`.execute(tx);
  try {
    const result = await work();
    await sql`release savepoint work`.execute(tx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint work`.execute(tx);
    throw error;
  }
}
