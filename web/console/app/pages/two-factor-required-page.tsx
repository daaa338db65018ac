import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { safeReturnAddress } from '../../features/entrance/return-address.ts';
import { RequiredSetUp } from '../../features/security/required-set-up.tsx';

/** Where the signed-in are led whose role requires a second step that they do not have. */
export function TwoFactorRequiredPage() {
  const { next } = useSearch({ from: '/entrance/set-up-two-factor' });
  const client = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  return (
    <RequiredSetUp
      onDone={() => router.history.push(safeReturnAddress(next) ?? '/')}
      onLeave={async () => {
        await navigate({ to: '/sign-in', search: {} });
        client.clear();
      }}
    />
  );
}
