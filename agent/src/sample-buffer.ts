import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { AGENT_LIMITS, type Sample } from '../../shared/agent-protocol.ts';

const PER_FILE = AGENT_LIMITS.samplesPerReport;
/** A file of ours that is larger was written by something else. */
const FILE_MAX_BYTES = 16_000_000;
/** While nothing can be written; a few hours of one a minute. */
const IN_MEMORY_MAX = PER_FILE;

interface Piece {
  number: number;
  samples: number;
}

/**
 * Samples that the server has not got yet, oldest first, on disk: neither a restart nor a week without
 * a network loses them, and a week of them does not fill the memory. They lie in files of as many as
 * go into one report, one JSON text a line; of more than `most` samples the oldest file goes. What cannot
 * be written waits in memory.
 */
export class SampleBuffer {
  readonly #folder: string;
  readonly #most: number;
  #pieces: Piece[] = [];
  #unwritten: Sample[] = [];
  /** What comes next starts a file of its own: the last one may end in the middle of a line. */
  #startsAnew = true;

  private constructor(folder: string, most: number) {
    this.#folder = folder;
    this.#most = most;
  }

  static async open(folder: string, most: number): Promise<SampleBuffer> {
    const buffer = new SampleBuffer(folder, most);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const number of await buffer.#numbers()) {
      const samples = (await buffer.#read(number)).length;
      if (samples > 0) buffer.#pieces.push({ number, samples });
      else await buffer.#forget(number);
    }
    await buffer.#keepWithinBounds();
    return buffer;
  }

  /** How many wait in a folder whose agent may be running: nothing is changed. */
  static async count(folder: string): Promise<number> {
    const buffer = new SampleBuffer(folder, 0);
    const numbers = await buffer.#numbers();
    const pieces = await Promise.all(numbers.map((number) => buffer.#read(number)));
    return pieces.reduce((sum, { length }) => sum + length, 0);
  }

  get length(): number {
    return this.#pieces.reduce((sum, { samples }) => sum + samples, 0) + this.#unwritten.length;
  }

  /** The oldest, at most as many as one report takes. */
  async first(): Promise<Sample[]> {
    for (let piece = this.#pieces[0]; piece; piece = this.#pieces[0]) {
      const samples = await this.#read(piece.number);
      piece.samples = samples.length;
      if (samples.length > 0) return samples.slice(0, PER_FILE);
      this.#pieces.shift();
      await this.#forget(piece.number);
    }
    return this.#unwritten.slice(0, PER_FILE);
  }

  /** Throws when it could not be written; the sample waits in memory then, as long as there is room. */
  async add(sample: Sample): Promise<void> {
    this.#unwritten.push(sample);
    if (this.#unwritten.length > IN_MEMORY_MAX) this.#unwritten.shift();
    let last = this.#pieces.at(-1);
    if (!last || this.#startsAnew || last.samples + this.#unwritten.length > PER_FILE) {
      last = { number: (last?.number ?? 0) + 1, samples: 0 };
      this.#pieces.push(last);
    }
    const lines = this.#unwritten.map((one) => `${JSON.stringify(one)}\n`).join('');
    try {
      await appendFile(this.#path(last.number), lines, { mode: 0o600 });
    } catch (error) {
      this.#startsAnew = true;
      if (last.samples === 0) {
        this.#pieces.pop();
        await this.#forget(last.number);
      }
      throw error;
    }
    this.#startsAnew = false;
    last.samples += this.#unwritten.length;
    this.#unwritten = [];
    await this.#keepWithinBounds();
  }

  /** Forgets the first so many of those that `first` gave: the server has them. */
  async remove(count: number): Promise<void> {
    const [piece] = this.#pieces;
    if (!piece) {
      this.#unwritten.splice(0, count);
    } else if (count >= piece.samples) {
      this.#pieces.shift();
      await this.#forget(piece.number);
    } else {
      const rest = (await this.#read(piece.number)).slice(count);
      const path = this.#path(piece.number);
      const text = rest.map((one) => `${JSON.stringify(one)}\n`).join('');
      await writeFile(`${path}.new`, text, { mode: 0o600 });
      await rename(`${path}.new`, path);
      piece.samples = rest.length;
    }
  }

  async #numbers(): Promise<number[]> {
    const names = await readdir(this.#folder);
    const numbers = names.flatMap((name) => /^unsent-(\d{1,12})\.ndjson$/.exec(name)?.[1] ?? []);
    return numbers.map(Number).sort((a, b) => a - b);
  }

  async #keepWithinBounds(): Promise<void> {
    while (this.length > this.#most && this.#pieces.length > 1) {
      const [oldest] = this.#pieces.splice(0, 1);
      if (oldest) await this.#forget(oldest.number);
    }
  }

  /** What is damaged is left out: a line that the power cut short, a file that is something else. */
  async #read(number: number): Promise<Sample[]> {
    const path = this.#path(number);
    try {
      if ((await stat(path)).size > FILE_MAX_BYTES) return [];
      const lines = (await readFile(path, 'utf8')).split('\n');
      return lines.filter(Boolean).flatMap(parseLine);
    } catch {
      return [];
    }
  }

  /** A file that cannot be removed is sent again one day, and the server knows it then. */
  async #forget(number: number): Promise<void> {
    await rm(this.#path(number), { force: true, recursive: true }).catch(() => undefined);
  }

  #path(number: number): string {
    return join(this.#folder, `unsent-${number}.ndjson`);
  }
}

function parseLine(line: string): Sample[] {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null && typeof value.at === 'string'
      ? [value as Sample]
      : [];
  } catch {
    return [];
  }
}
