import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AGENT_LIMITS,
  AGENT_PATHS,
  type Inventory,
  type ReportAnswer,
  type ReportRequest,
} from '../../shared/agent-protocol.ts';
import { callServer, Refused, Unreachable } from './call-server.ts';
import { type Credentials, writeCredentials } from './folder.ts';
import { hashOf, readFingerprint, readInventory } from './inventory.ts';
import { createSampler } from './sample.ts';
import { SampleBuffer } from './sample-buffer.ts';
import { AGENT_VERSION } from './version.ts';

const INVENTORY_EVERY_SECONDS = 15 * 60;
/** How long a machine whose key the server does not know any more leaves it alone. */
const REFUSED_WAIT_SECONDS = 60 * 60;
const RETRY_MAX_SECONDS = 5 * 60;
const SHORTEST_WAIT_MS = 100;

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
  let nextSampleAt = Date.now();
  while (!signal.aborted) {
    if (Date.now() >= nextSampleAt) {
      try {
        await buffer.add(await takeSample(reporter.credentials.settings.watchedServices));
      } catch (error) {
        // A full disk is one of the things to report: the next sample may find room again.
        say(`this sample was not kept: ${(error as Error).message}`);
      }
      const everyMs = reporter.credentials.settings.sampleEverySeconds * 1000;
      // Behind a machine that slept there is no row of samples to be caught up with.
      nextSampleAt = Math.max(nextSampleAt + everyMs, Date.now() + everyMs / 10);
    }
    await reporter.sendWhatIsDue();
    const nextAt = buffer.length > 0 ? Math.min(nextSampleAt, reporter.restsUntil) : nextSampleAt;
    const waitMs = Math.max(nextAt - Date.now(), SHORTEST_WAIT_MS);
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
  }
}

class Reporter {
  credentials: Credentials;
  /** Until then the server is left alone. */
  restsUntil = 0;
  readonly #folder: string;
  readonly #buffer: SampleBuffer;
  readonly #say: (line: string) => void;
  readonly #runId = randomUUID();
  #inventory: { value: Inventory; hash: string; readAt: number } | null = null;
  #fingerprint = '';
  /** Hash of the inventory that the server has; null when it is to be sent. */
  #knownHash: string | null = null;
  #failures = 0;

  constructor(
    folder: string,
    credentials: Credentials,
    buffer: SampleBuffer,
    say: (line: string) => void,
  ) {
    this.#folder = folder;
    this.credentials = credentials;
    this.#buffer = buffer;
    this.#say = say;
  }

  /** Sends all that waits, in several reports if need be; what does not get through waits on. */
  async sendWhatIsDue(): Promise<void> {
    if (Date.now() < this.restsUntil) return;
    try {
      do await this.#sendOne();
      while (this.#buffer.length > 0);
      if (this.#failures > 0) this.#say('the server is there again');
      this.#failures = 0;
    } catch (error) {
      this.#rest(error as Error);
    }
  }

  async #sendOne(): Promise<void> {
    const inventory = await this.#currentInventory();
    const samples = this.#buffer.first(AGENT_LIMITS.samplesPerReport);
    const report: ReportRequest = {
      agentVersion: AGENT_VERSION,
      fingerprint: this.#fingerprint,
      runId: this.#runId,
      sentAt: new Date().toISOString(),
      inventoryHash: inventory.hash,
      ...(this.#knownHash !== inventory.hash && { inventory: inventory.value }),
      samples,
    };
    const { server, key } = this.credentials;
    const answer = await callServer<ReportAnswer>(server, AGENT_PATHS.reports, report, key);
    this.#knownHash = answer.wantsInventory ? null : inventory.hash;
    await this.#keep(answer);
    await this.#buffer.remove(samples.length);
  }

  /** On disk before it is used: an agent that ends meanwhile must not be left with a key of the past. */
  async #keep({ settings, newKey }: ReportAnswer): Promise<void> {
    const isSame = JSON.stringify(settings) === JSON.stringify(this.credentials.settings);
    if (isSame && !newKey) return;
    const credentials = { ...this.credentials, settings, key: newKey ?? this.credentials.key };
    await writeCredentials(this.#folder, credentials);
    this.credentials = credentials;
  }

  async #currentInventory() {
    const isOld =
      !this.#inventory || Date.now() - this.#inventory.readAt > INVENTORY_EVERY_SECONDS * 1000;
    if (isOld) {
      const [value, fingerprint] = await Promise.all([readInventory(), readFingerprint()]);
      this.#fingerprint = fingerprint;
      this.#inventory = { value, hash: hashOf(value), readAt: Date.now() };
    }
    return this.#inventory!;
  }

  /** Longer after each failure, and never all machines of a customer at the same moment. */
  #rest(error: Error): void {
    this.#failures++;
    const growing = Math.min(5 * 2 ** Math.min(this.#failures, 10), RETRY_MAX_SECONDS);
    const wanted =
      error instanceof Refused
        ? REFUSED_WAIT_SECONDS
        : (error instanceof Unreachable && error.retryAfterSeconds) || growing;
    const seconds = wanted * (0.5 + Math.random() / 2);
    this.restsUntil = Date.now() + seconds * 1000;
    if (this.#failures === 1 || error instanceof Refused)
      this.#say(`${error.message}; ${this.#buffer.length} samples wait`);
  }
}
