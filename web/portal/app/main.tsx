import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from '#web/api/query-client.ts';
import { startI18n } from '#web/i18n/i18n.ts';
import { AppFrame } from '#web/ui/app-frame.tsx';
import { portalTheme } from '#web/ui/theme.ts';
import { markExpired, sessionQuery, watchForRefusals } from '../data/session.ts';
import { makePortalRouter } from './router.tsx';

const queryClient = makeQueryClient(() => markExpired(queryClient));
watchForRefusals(queryClient);
// Asked for while the words are still on their way.
void queryClient.prefetchQuery(sessionQuery(queryClient));
await startI18n('portal');

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppFrame theme={portalTheme} queryClient={queryClient}>
      <RouterProvider router={makePortalRouter()} />
    </AppFrame>
  </StrictMode>,
);
