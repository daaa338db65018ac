import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { twoFactorQuery } from '../../data/two-factor.ts';
import { PasskeysSection } from './passkeys-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { TwoFactorSection } from './two-factor-section.tsx';

/** How one's own account can be entered, and where it is open. */
export function SecuritySections() {
  const twoFactor = useQuery(twoFactorQuery);
  if (twoFactor.isPending) return <LoadingRows rows={8} />;
  if (twoFactor.isError) {
    return <ErrorState error={twoFactor.error} onRetry={() => void twoFactor.refetch()} />;
  }
  return (
    <Stack gap="md">
      <TwoFactorSection twoFactor={twoFactor.data} />
      <PasskeysSection twoFactor={twoFactor.data} />
      <SessionsSection />
    </Stack>
  );
}
