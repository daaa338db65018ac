import { setTimeout as sleep } from 'node:timers/promises';

/** Fails when the work is not done in time; what becomes of it later is of no interest. */
async function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  const stop = new AbortController();
  try {
    return await Promise.race([
      work,
      sleep(milliseconds, undefined, { signal: stop.signal, ref: false }).then(() => {
        throw new Error('no answer in time');
      }),
    ]);
  } finally {
    stop.abort();
    work.catch(() => undefined);
  }
}

/**
 * A question to the system that may fail or never be answered: a disk of the network that is gone must
 * not silence the machine. As long as the last one was not answered, no other is asked.
 */
export function question<Args extends unknown[], Answer>(
  ask: (...args: Args) => Promise<Answer>,
  otherwise: Answer,
  milliseconds = 15_000,
): (...args: Args) => Promise<Answer> {
  let asked: Promise<Answer> | null = null;
  return (...args) => {
    asked ??= ask(...args).finally(() => {
      asked = null;
    });
    return inTime(asked, milliseconds).catch(() => otherwise);
  };
}
