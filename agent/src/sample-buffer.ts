import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sample } from '../../shared/agent-protocol.ts';

const FILE = 'unsent.ndjson';

/**
 * Samples that the server has not got yet, oldest first. Kept on disk too, one JSON text a line, so
 * that neither a restart nor a week without a network loses them; of more than `most` the oldest go.
 */
export class SampleBuffer {
  readonly #path: string;
  readonly #most: number;
  #samples: Sample[] = [];
  /** Lines that the file holds, among them those of samples that were sent or dropped since. */
  #lines = 0;

  private constructor(path: string, most: number) {
    this.#path = path;
    this.#most = most;
  }

  static async open(folder: string, most: number): Promise<SampleBuffer> {
    const buffer = new SampleBuffer(join(folder, FILE), most);
    const text = await readFile(buffer.#path, 'utf8').catch(() => '');
    const lines = text.split('\n').filter(Boolean);
    buffer.#samples = lines.flatMap(parseLine).slice(-most);
    buffer.#lines = lines.length;
    if (lines.length > buffer.#samples.length) await buffer.#rewrite();
    return buffer;
  }

  get length(): number {
    return this.#samples.length;
  }

  first(count: number): Sample[] {
    return this.#samples.slice(0, count);
  }

  async add(sample: Sample): Promise<void> {
    this.#samples.push(sample);
    if (this.#samples.length > this.#most)
      this.#samples.splice(0, this.#samples.length - this.#most);
    // Rewritten only now and then: a full buffer drops a sample at every one that it takes.
    if (this.#lines >= this.#most * 1.1) return this.#rewrite();
    await appendFile(this.#path, `${JSON.stringify(sample)}\n`, { mode: 0o600 });
    this.#lines++;
  }

  /** Forgets the first so many: the server has them. */
  async remove(count: number): Promise<void> {
    this.#samples.splice(0, count);
    if (this.#samples.length === 0) {
      await rm(this.#path, { force: true });
      this.#lines = 0;
    } else await this.#rewrite();
  }

  async #rewrite(): Promise<void> {
    const text = this.#samples.map((sample) => `${JSON.stringify(sample)}\n`).join('');
    await writeFile(`${this.#path}.new`, text, { mode: 0o600 });
    await rename(`${this.#path}.new`, this.#path);
    this.#lines = this.#samples.length;
  }
}

/** A line that was being written when the power went is left out. */
function parseLine(line: string): Sample[] {
  try {
    return [JSON.parse(line) as Sample];
  } catch {
    return [];
  }
}
