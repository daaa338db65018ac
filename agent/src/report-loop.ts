import { setTimeout as sleep } from 'node:timers/promises';
import { AGENT_LIMITS } from '../../shared/agent-protocol.ts';
import type { Credentials } from './folder.ts';
import { Reporter } from './reporter.ts';
import { createSampler } from './sample.ts';
import { SampleBuffer } from './sample-buffer.ts';

const SHORTEST_WAIT_MS = 100;

/** Of a clock that nobody sets: a machine whose time is put right must not wait for yesterday. */
const uptimeMs = () => performance.now();

/** Samples and reports until the signal says stop; nothing that happens on the way ends it. */
export async function reportUntilStopped(
  folder: string,
  credentials: Credentials,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  const buffer = await SampleBuffer.open(folder, AGENT_LIMITS.bufferedSamples);
  const reporter = new Reporter(folder, credentials, buffer, say);
  const takeSample = createSampler();
  let nextSampleAt = uptimeMs();
  let isFirst = true;
  while (!signal.aborted) {
    if (uptimeMs() >= nextSampleAt) {
      try {
        await buffer.add(await takeSample(reporter.credentials.settings.watchedServices));
      } catch (error) {
        // A full disk is one of the things to report.
        say(`this sample could not be kept on disk: ${(error as Error).message}`);
      }
      const everyMs = reporter.credentials.settings.sampleEverySeconds * 1000;
      // Machines that are switched on together go on apart; behind one that slept there is no row
      // of samples to be caught up with.
      nextSampleAt = isFirst
        ? uptimeMs() + everyMs * Math.random()
        : Math.max(nextSampleAt + everyMs, uptimeMs() + everyMs / 10);
      isFirst = false;
    }
    await reporter.sendWhatIsDue(uptimeMs());
    const nextAt = buffer.length > 0 ? Math.min(nextSampleAt, reporter.restsUntil) : nextSampleAt;
    const waitMs = Math.max(nextAt - uptimeMs(), SHORTEST_WAIT_MS);
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
  }
}
