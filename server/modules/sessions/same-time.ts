import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Longer than what happens when an account exists (a hash checked, an audit row, a mail written),
 * so that the time of an answer does not tell whether one does.
 */
const AT_LEAST_MS = 250;

const aWhile = () => sleep(AT_LEAST_MS, undefined, { ref: false });

/** Does the work and answers no sooner than its slowest case takes, whatever came of it. */
export async function takingItsTime<T>(work: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([work(), aWhile()]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}

/** Success is answered at once, failure always after the same while. */
export async function failingInItsTime<T>(work: () => Promise<T>): Promise<T> {
  const minimum = aWhile();
  try {
    return await work();
  } catch (error) {
    await minimum;
    throw error;
  }
}
