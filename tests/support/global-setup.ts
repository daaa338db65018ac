import type { TestProject } from 'vitest/node';
import { makeTemplateDatabase, type TestCluster } from './database.ts';
import { startThrowawayPostgres } from './throwaway-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** Once for the whole run: one PostgreSQL; every test file clones its own database in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startThrowawayPostgres();
  try {
    project.provide('cluster', await makeTemplateDatabase(url));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
