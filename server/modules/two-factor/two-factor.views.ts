import { z } from 'zod';
import type { getTwoFactor } from './two-factor.ts';

export const PasskeyView = z.object({
  id: z.number(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
});

/** One's own second step, as the profile shows it. */
export const TwoFactorView = z.object({
  isOn: z.boolean(),
  /** The role requires it: the last factor cannot be removed. */
  isRequired: z.boolean(),
  appSetUpAt: z.string().nullable(),
  passkeys: z.array(PasskeyView),
  recoveryCodesLeft: z.number(),
});

/** For an administrator: whether, not how. */
export const TwoFactorStateView = TwoFactorView.pick({ isOn: true, isRequired: true });

/** Shown this once; null when there were factors, and so codes, before. */
export const NewFactorView = z.object({ recoveryCodes: z.array(z.string()).nullable() });

type TwoFactor = Awaited<ReturnType<typeof getTwoFactor>>;

export const twoFactorView = (twoFactor: TwoFactor) => ({
  isOn: twoFactor.isOn,
  isRequired: twoFactor.isRequired,
  appSetUpAt: twoFactor.appSetUpAt?.toISOString() ?? null,
  passkeys: twoFactor.passkeys.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  })),
  recoveryCodesLeft: twoFactor.recoveryCodesLeft,
});
