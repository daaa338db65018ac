import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements that a connection keeps; each costs PostgreSQL some ten kilobytes a connection. */
const PREPARED_MAX = 400;
/** Texts that are remembered as asked once; most are never asked again. */
const SEEN_MAX = 1_000;
const OPENS = /^begin\b/;
const PREPARABLE = /^\s*(select|with|insert|update|delete)\b/i;

/**
 * A connection that prepares what it is asked a second time. Parsing and planning a query under
 * row-level security takes PostgreSQL longer than running it, and nearly everything that is asked
 * is asked again with other values.
 *
 * What begins a transaction leaves with the transaction's first question, in one packet, so that
 * nobody waits for an answer that says nothing. Needs `pipeline: true`.
 */
export class PreparingClient extends pg.Client {
  readonly #seen = new Set<string>();
  readonly #names = new Map<string, string>();

  #opening: string | null = null;

  // biome-ignore lint/suspicious/noExplicitAny: pg's own signature has twelve overloads
  override query(...given: any[]): any {
    const [text] = given;
    if (typeof text === 'string' && OPENS.test(text)) {
      this.#opening = text;
      return Promise.resolve({ command: 'BEGIN', rows: [], rowCount: null });
    }
    const opening = this.#opening;
    if (opening === null) return this.#ask(given);
    this.#opening = null;
    const { stream } = this.connection;
    stream.cork();
    const opened = super.query(opening);
    const answered = this.#ask(given);
    stream.uncork();
    // No answer counts unless the transaction, and with it the tenant, stands.
    return Promise.all([opened, answered]).then(([, answer]) => answer);
  }

  #ask(given: unknown[]) {
    const [text, values] = given;
    if (given.length === 2 && typeof text === 'string' && Array.isArray(values)) {
      const name = this.#nameFor(text);
      if (name !== null) return super.query({ name, text, values });
    }
    return super.query(...(given as [string]));
  }

  /** Null for what is not prepared: first uses, and `begin; set …`. */
  #nameFor(text: string): string | null {
    const known = this.#names.get(text);
    if (known) return known;
    if (this.#names.size >= PREPARED_MAX || !PREPARABLE.test(text)) return null;
    if (!this.#seen.delete(text)) {
      if (this.#seen.size >= SEEN_MAX) this.#seen.clear();
      this.#seen.add(text);
      return null;
    }
    const name = createHash('sha256').update(text).digest('base64url');
    this.#names.set(text, name);
    return name;
  }
}
