// `npm test`: every gate of the project, from a fresh clone too. One line for each; the output only of those that fail.
import { runStep } from './child.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { checks, runCheck, runTests, testProjects } from './gates.mjs';

const total = { passed: 0, failed: 0, skipped: [] };
const count = (code) => {
  if (code === 0) total.passed += 1;
  else total.failed += 1;
};

const isInstalled = (await ensureInstalled()) === 0;
count(isInstalled ? await ensureBuilt() : 1);

for (const check of isInstalled ? checks : []) {
  count(await runStep(check.name, (onOutput) => runCheck(check, onOutput)));
}

for (const { name, project } of isInstalled ? testProjects : []) {
  await runStep(name, async (onOutput) => {
    const { passed, failed, skipped } = await runTests(project, onOutput);
    total.passed += passed;
    total.failed += failed;
    total.skipped.push(...skipped);
    return failed === 0 ? 0 : 1;
  });
}

for (const { name, reason } of total.skipped) console.log(`skipped: ${name} (${reason})`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
