import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from '#web/api/query-client.ts';
import { startI18n } from '#web/i18n/i18n.ts';
import { AppFrame } from '#web/ui/app-frame.tsx';
import { portalTheme } from '#web/ui/theme.ts';
import { isPreview } from '../data/preview-mode.ts';
import { markExpired, sessionQuery, watchForRefusals } from '../data/session.ts';
import { siteQuery } from '../data/site.ts';
import { makePortalRouter } from './router.tsx';

const queryClient = makeQueryClient(() => markExpired(queryClient));
watchForRefusals(queryClient);
// Asked for while the words are still on their way.
void queryClient.prefetchQuery(siteQuery);
if (!isPreview) void queryClient.prefetchQuery(sessionQuery(queryClient));
await startI18n('portal');
const router = makePortalRouter();
if (isPreview) {
  const { runPreview } = await import('../preview/run-preview.ts');
  // Without it the page shows what is saved.
  await runPreview(queryClient, router).catch(() => undefined);
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppFrame theme={portalTheme} queryClient={queryClient}>
      <RouterProvider router={router} />
    </AppFrame>
  </StrictMode>,
);
