import { randomUUID } from 'node:crypto';
import {
  AGENT_PATHS,
  type Inventory,
  type ReportAnswer,
  type ReportRequest,
  type Sample,
} from '../../shared/agent-protocol.ts';
import { callServer, NotTaken, Refused, Unreachable } from './call-server.ts';
import { type Credentials, readCredentials, writeCredentials } from './folder.ts';
import { hashOf, readFingerprint, readInventory } from './inventory.ts';
import type { SampleBuffer } from './sample-buffer.ts';
import { reportAnswer } from './server-answers.ts';
import { AGENT_VERSION } from './version.ts';

const INVENTORY_EVERY_MS = 15 * 60_000;
/** How long a machine that the server does not want to hear leaves it alone. */
const REFUSED_WAIT_SECONDS = 15 * 60;
const RETRY_MAX_SECONDS = 5 * 60;
/** Between two reports of a backlog: all machines come back at the same time. */
const BACKLOG_PAUSE_MS = 1_000;

/** Brings what waits in the buffer to the server. */
export class Reporter {
  credentials: Credentials;
  /** Until then, by the clock of `sendWhatIsDue`, the server is left alone. */
  restsUntil = 0;
  readonly #folder: string;
  readonly #buffer: SampleBuffer;
  readonly #say: (line: string) => void;
  readonly #runId = randomUUID();
  #inventory: { value: Inventory; hash: string; readAt: number } | null = null;
  #fingerprint = '';
  /** Hash of the inventory that the server has; null when it is to be sent. */
  #knownHash: string | null = null;
  /** Hash of the inventory that the server cannot take. */
  #hopelessHash: string | null = null;
  #isRefused = false;
  /** So many samples of the next reports go one by one: one of them cannot be taken. */
  #oneByOne = 0;
  #failures = 0;
  #toldVersion = AGENT_VERSION;

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

  /** Sends one report when it is time; what does not get through, or into it, waits on. */
  async sendWhatIsDue(nowMs: number): Promise<void> {
    // Somebody may have enrolled the machine again meanwhile.
    if (this.#isRefused && (await this.#findsNewKey())) this.restsUntil = 0;
    if (nowMs < this.restsUntil) return;
    try {
      await this.#sendOne(nowMs);
      if (this.#failures > 0) this.#say('the server is there again');
      this.#failures = 0;
      this.#isRefused = false;
      const hasMore = this.#buffer.length > 0;
      this.restsUntil = hasMore ? nowMs + BACKLOG_PAUSE_MS * (0.5 + Math.random()) : 0;
    } catch (error) {
      this.#rest(error as Error, nowMs);
    }
  }

  async #sendOne(nowMs: number): Promise<void> {
    const inventory = await this.#currentInventory(nowMs);
    const waiting = await this.#buffer.first();
    const samples = this.#oneByOne > 0 ? waiting.slice(0, 1) : waiting;
    const sendsInventory = ![this.#knownHash, this.#hopelessHash].includes(inventory.hash);
    const report: ReportRequest = {
      agentVersion: AGENT_VERSION,
      fingerprint: this.#fingerprint,
      runId: this.#runId,
      sentAt: new Date().toISOString(),
      inventoryHash: inventory.hash,
      ...(sendsInventory && { inventory: inventory.value }),
      samples,
    };
    const { key } = this.credentials;
    let answer: ReportAnswer;
    try {
      answer = reportAnswer(await callServer(this.credentials, AGENT_PATHS.reports, report, key));
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      return this.#leaveOut(error, samples, sendsInventory ? inventory.hash : null);
    }
    await this.#buffer.remove(samples.length);
    this.#oneByOne = Math.max(this.#oneByOne - samples.length, 0);
    this.#knownHash = answer.wantsInventory ? null : inventory.hash;
    await this.#keep(answer);
  }

  /** Something in the report cannot be taken, and must not keep all the rest from arriving. */
  async #leaveOut(error: NotTaken, samples: Sample[], inventoryHash: string | null): Promise<void> {
    if (inventoryHash) {
      this.#say(`the inventory was not taken: ${error.message}`);
      this.#hopelessHash = inventoryHash;
    } else if (samples.length > 1) {
      this.#oneByOne = samples.length;
    } else if (samples.length === 1) {
      this.#say(`a sample was not taken: ${error.message}`);
      await this.#buffer.remove(1);
      this.#oneByOne = Math.max(this.#oneByOne - 1, 0);
    } else throw error;
  }

  /**
   * A new key is on disk before it is used: an agent that ends meanwhile must not be left with one of
   * the past. Where nothing can be written, it goes on with the one it has.
   */
  async #keep({ settings, newKey, agentVersion }: ReportAnswer): Promise<void> {
    const isNews = agentVersion !== '' && agentVersion !== this.#toldVersion;
    if (isNews) this.#say(`this is agent ${AGENT_VERSION}; the server hands out ${agentVersion}`);
    this.#toldVersion = agentVersion || this.#toldVersion;
    const isSame = JSON.stringify(settings) === JSON.stringify(this.credentials.settings);
    if (isSame && !newKey) return;
    const wanted = { ...this.credentials, settings, key: newKey ?? this.credentials.key };
    this.credentials = { ...this.credentials, settings };
    try {
      if (await this.#findsNewKey()) return;
      await writeCredentials(this.#folder, wanted);
      this.credentials = wanted;
    } catch (error) {
      this.#say(`what the server wants could not be kept: ${(error as Error).message}`);
    }
  }

  /** Takes over what is on disk when that is of a later enrolment. */
  async #findsNewKey(): Promise<boolean> {
    const found = await readCredentials(this.#folder).catch(() => null);
    if (!found || found.key === this.credentials.key) return false;
    this.credentials = found;
    this.#isRefused = false;
    this.#knownHash = null;
    this.#say(`device ${found.deviceId} reports to ${found.server}`);
    return true;
  }

  async #currentInventory(nowMs: number) {
    if (!this.#inventory || nowMs - this.#inventory.readAt > INVENTORY_EVERY_MS) {
      const [value, fingerprint] = await Promise.all([readInventory(), readFingerprint()]);
      this.#fingerprint = fingerprint;
      this.#inventory = { value, hash: hashOf(value), readAt: nowMs };
    }
    return this.#inventory;
  }

  /** Longer after each failure, and never all machines of a customer at the same moment. */
  #rest(error: Error, nowMs: number): void {
    this.#failures++;
    this.#isRefused = error instanceof Refused;
    // What tells the machine from others is read anew: it may have been read wrong.
    if (this.#isRefused) this.#inventory = null;
    const growing = Math.min(5 * 2 ** Math.min(this.#failures, 10), RETRY_MAX_SECONDS);
    const wanted = this.#isRefused
      ? REFUSED_WAIT_SECONDS
      : (error instanceof Unreachable && error.retryAfterSeconds) || growing;
    this.restsUntil = nowMs + wanted * (0.5 + Math.random() / 2) * 1000;
    if (this.#failures === 1 || this.#isRefused)
      this.#say(`${error.message}; ${this.#buffer.length} samples wait`);
  }
}
