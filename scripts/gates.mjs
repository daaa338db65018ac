import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pinnedNode, root, runToEnd } from './child.mjs';

/**
 * What has to be green, in the order in which a mistake is found soonest. The commands stand in package.json, where
 * `npm run typecheck` and its like find them too.
 */
export const checks = [
  { name: 'types', script: 'typecheck' },
  { name: 'lint and format', script: 'lint' },
  { name: 'walls', script: 'walls' },
  { name: 'generated files are fresh', script: 'check:generated' },
  { name: 'catalogues are complete', script: 'check:catalogues' },
  { name: 'pages are small', script: 'check:bundle' },
];

export const testProjects = [
  { name: 'unit and integration tests', project: 'unit' },
  { name: 'end-to-end tests', project: 'e2e' },
];

/** @returns {Promise<number>} exit code */
export function runCheck({ script }, onOutput) {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const PATH = `${root}node_modules/.bin:${process.env.PATH}`;
  return runToEnd('/bin/sh', ['-c', scripts[script]], { onOutput, env: { PATH, NO_COLOR: '1' } });
}

/**
 * Runs the tests of one Vitest project.
 *
 * @returns {Promise<{ passed: number, failed: number, skipped: { name: string, reason: string }[] }>}
 */
export async function runTests(project, onOutput) {
  const folder = mkdtempSync(join(tmpdir(), 'portico-tests-'));
  const summary = join(folder, 'summary.json');
  try {
    const reporters = ['--reporter=default', '--reporter=./scripts/summary-reporter.mjs'];
    const code = await runToEnd(
      pinnedNode,
      ['node_modules/vitest/vitest.mjs', 'run', `--project=${project}`, ...reporters],
      { onOutput, env: { TEST_SUMMARY_FILE: summary, NO_COLOR: '1' } },
    );
    const counts = existsSync(summary)
      ? JSON.parse(readFileSync(summary, 'utf8'))
      : { passed: 0, failed: 0, skipped: [] };
    // A run that broke down outside of any test must not look green.
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
