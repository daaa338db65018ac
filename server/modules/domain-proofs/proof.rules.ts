import { DAY_MS, HOUR_MS, MINUTE_MS } from '#platform/clock.ts';
import { PROOF_GRACE_DAYS } from '#shared/portal-domains.ts';

export type ProofFinding = 'unchecked' | 'found' | 'missing' | 'heldByAnother' | 'noAnswer';

export interface ProofState {
  /** Since when the domain counts as the tenant's; null: it does not. */
  provenAt: Date | null;
  /** It still counts, but the record has been gone since then. */
  missingSince: Date | null;
}

/** What a look at DNS and at the directory of proven domains showed. */
export interface ProofSight {
  /** The tenant's own text was in the TXT record; null: DNS did not answer. */
  isFound: boolean | null;
  holder: 'self' | 'another' | 'nobody';
}

/**
 * What follows from a look. No answer changes nothing, as name servers have bad days. A record
 * that is gone is waited for, unless somebody else has proven the domain by then.
 */
export function judgeProof(
  before: ProofState,
  { isFound, holder }: ProofSight,
  now: Date,
): ProofState & { finding: ProofFinding } {
  const lost = { provenAt: null, missingSince: null };
  if (holder === 'another') return { finding: isFound ? 'heldByAnother' : 'missing', ...lost };
  if (isFound === null)
    return holder === 'self'
      ? { finding: 'noAnswer', ...before }
      : { finding: 'noAnswer', ...lost };
  if (isFound) return { finding: 'found', provenAt: before.provenAt ?? now, missingSince: null };
  if (holder === 'nobody' || !before.provenAt) return { finding: 'missing', ...lost };
  const missingSince = before.missingSince ?? now;
  const isOver = now.getTime() - missingSince.getTime() >= PROOF_GRACE_DAYS * DAY_MS;
  return isOver
    ? { finding: 'missing', ...lost }
    : { finding: 'missing', provenAt: before.provenAt, missingSince };
}

/**
 * When to look again. Daily while all is well; often at first, when somebody sits before the page
 * and creates the records; ever less for what nobody seems to care about.
 */
export function nextCheckAt(
  state: { isWell: boolean; isProven: boolean; waitsSince: Date },
  now: Date,
): Date {
  const waitedMs = now.getTime() - state.waitsSince.getTime();
  const inMs = (ms: number) => new Date(now.getTime() + ms);
  if (state.isWell) return inMs(DAY_MS);
  if (waitedMs < HOUR_MS) return inMs(2 * MINUTE_MS);
  if (waitedMs < DAY_MS) return inMs(15 * MINUTE_MS);
  return inMs(state.isProven || waitedMs < 14 * DAY_MS ? HOUR_MS : DAY_MS);
}
