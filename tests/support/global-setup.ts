import type { TestProject } from 'vitest/node';
import { startThrowawayPostgres } from './throwaway-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser's URL of the PostgreSQL that all test files of this run share. */
    postgresUrl: string;
  }
}

/** Once for the whole run: one PostgreSQL; every test file clones its own database in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startThrowawayPostgres();
  project.provide('postgresUrl', url);
  return stop;
}
