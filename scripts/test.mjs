// `npm test`: every gate of the project, from a fresh clone too. One line for each; the output only of those that fail.
import { runStep } from './child.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensureWebBuilt } from './ensure-web-built.mjs';
import { checks, runCheck, runTests, testProjects } from './gates.mjs';

await ensureInstalled();
await ensureWebBuilt();

const total = { passed: 0, failed: 0, skipped: [] };

for (const check of checks) {
  const code = await runStep(check.name, (onOutput) => runCheck(check, onOutput));
  if (code === 0) total.passed += 1;
  else total.failed += 1;
}

for (const { name, project } of testProjects) {
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
