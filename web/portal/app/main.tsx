import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from '#web/api/query-client.ts';
import { startI18n } from '#web/i18n/i18n.ts';
import { hasRememberedLanguage } from '#web/i18n/language.ts';
import { AppFrame } from '#web/ui/app-frame.tsx';
import { portalTheme } from '#web/ui/theme.ts';
import { languageInPath } from '../data/page-address.ts';
import { isPreview } from '../data/preview-mode.ts';
import { markExpired, sessionQuery, watchForRefusals } from '../data/session.ts';
import { siteQuery } from '../data/site.ts';
import '../parts/reader-pages.css';
import { makePortalRouter } from './router.tsx';

const queryClient = makeQueryClient(() => markExpired(queryClient));
watchForRefusals(queryClient);
// Asked for while the words are still on their way.
const written = document.getElementById('first-page');
const first = written ? await import('../data/first-page.ts') : null;
const firstPage = first?.readFirstPage(written) ?? null;
if (first && firstPage) first.keepFirstPage(queryClient, firstPage);
void queryClient.prefetchQuery(siteQuery);
const session = isPreview ? null : queryClient.prefetchQuery(sessionQuery(queryClient));
await startI18n(
  'portal',
  languageInPath(location.pathname) ?? (hasRememberedLanguage() ? null : firstPage?.language),
);
const router = makePortalRouter();
if (isPreview) {
  const { runPreview } = await import('../preview/run-preview.ts');
  // Without it the page shows what is saved.
  await runPreview(queryClient, router).catch(() => undefined);
} else if (firstPage) {
  // The page is there to be read already: it is taken over when all of it is.
  await Promise.all([session, router.load()]);
  // To a contact there may be more than to everybody.
  if (queryClient.getQueryData(['session'])) {
    void queryClient.invalidateQueries({ queryKey: ['articles'], refetchType: 'none' });
  }
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppFrame theme={portalTheme} queryClient={queryClient}>
      <RouterProvider router={router} />
    </AppFrame>
  </StrictMode>,
);
