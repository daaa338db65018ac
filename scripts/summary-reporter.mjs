import { writeFileSync } from 'node:fs';

const reasons = { skip: 'marked skip', todo: 'marked todo', run: 'its suite failed' };

/** Vitest reporter: counts, and what was skipped for which reason, as JSON for scripts/test.mjs. */
class SummaryReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: [] };
    for (const module of modules) {
      // A file that cannot be loaded, or a suite whose set-up fails, has tests that never ran.
      counts.failed += countSuiteErrors(module);
      for (const test of module.children.allTests()) {
        const { state, note } = test.result();
        if (state === 'passed') counts.passed += 1;
        else if (state === 'failed') counts.failed += 1;
        else
          counts.skipped.push({ name: test.fullName, reason: note ?? reasons[test.options.mode] });
      }
    }
    writeFileSync(process.env.TEST_SUMMARY_FILE, JSON.stringify(counts));
  }
}

function countSuiteErrors(module) {
  const suites = [module, ...module.children.allSuites()];
  return suites.reduce((count, suite) => count + suite.errors().length, 0);
}

// biome-ignore lint/style/noDefaultExport: Vitest loads a reporter by its default export.
export default SummaryReporter;
