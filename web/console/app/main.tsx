import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from '#web/api/query-client.ts';
import { startI18n } from '#web/i18n/i18n.ts';
import { AppFrame } from '#web/ui/app-frame.tsx';
import { consoleTheme } from '#web/ui/theme.ts';
import { sessionQuery } from '../data/session.ts';
import { makeRouter } from './router.tsx';

const queryClient = makeQueryClient(leaveWhenSignedOut, () => void leadToSetUp());
const router = makeRouter(queryClient);

/** The session ended elsewhere (other tab, administrator, time): back to the door, then return. */
function leaveWhenSignedOut() {
  if (!queryClient.getQueryData(sessionQuery.queryKey)) return;
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey });
  void router.navigate({ to: '/sign-in', search: { next: router.state.location.href } });
}

/** The role has come to require a second step: only setting one up is left to do. */
async function leadToSetUp() {
  const session = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
  if (session.mustSetUpTwoFactor) await router.invalidate();
}

await startI18n('console');
createRoot(document.getElementById('root')!).render(
  <AppFrame theme={consoleTheme} queryClient={queryClient}>
    <RouterProvider router={router} />
  </AppFrame>,
);
