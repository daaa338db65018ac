import type { ShownFactor } from '../../data/second-step.ts';

/** What every way of taking the second step is given. */
export interface StepProps {
  isBusy: boolean;
  /** Why what was shown last did not help. */
  error: unknown;
  onShow: (shown: ShownFactor) => void;
  onExpired: (error: unknown) => void;
}
