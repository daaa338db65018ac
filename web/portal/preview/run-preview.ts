import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import {
  isPreviewMessage,
  PREVIEW_READY,
  type PreviewMessage,
  type PreviewPage,
} from '#shared/portal-preview.ts';
import type { makePortalRouter } from '../app/router.tsx';
import type { PortalSession } from '../data/session.ts';
import { type Site, siteQuery } from '../data/site.ts';
import { answerWithSamples, sampleSession } from './sample-answers.ts';

const ADDRESS: Record<PreviewPage, '/' | '/tickets/new'> = {
  signIn: '/',
  home: '/',
  newTicket: '/tickets/new',
};

/**
 * Shows what the console sends instead of what is saved. The server names the one place that may
 * do that; its messages alone are heard, and it alone is told that we listen. Nothing in the page
 * can be clicked or typed into.
 */
export async function runPreview(
  client: QueryClient,
  router: ReturnType<typeof makePortalRouter>,
): Promise<void> {
  let session: PortalSession | null = null;
  answerWithSamples(() => session);
  client.setQueryData(['session'], null);
  document.getElementById('root')!.inert = true;
  await i18next.loadNamespaces('portal-settings');
  const { previewedBy } = await client.fetchQuery(siteQuery);
  if (previewedBy === null) return;
  const logoOf = makeLogoReader();

  async function show(message: PreviewMessage<Site>): Promise<void> {
    const logo = message.logoFile ? await logoOf(message.logoFile) : message.site.logo;
    client.setQueryData(siteQuery.queryKey, { ...message.site, logo });
    session = message.page === 'signIn' ? null : sampleSession(message.reader, message.site.name);
    client.setQueryData(['session'], session);
    document.documentElement.setAttribute('data-mantine-color-scheme', message.scheme);
    if (i18next.language !== message.language) {
      await i18next.changeLanguage(message.language);
      await client.invalidateQueries({ queryKey: ['tickets'] });
    }
    await router.navigate({ to: ADDRESS[message.page], replace: true });
  }

  window.addEventListener('message', ({ origin, source, data }) => {
    if (origin !== previewedBy || source !== window.parent || !isPreviewMessage(data)) return;
    void show(data as PreviewMessage<Site>);
  });
  window.parent.postMessage(PREVIEW_READY, previewedBy);
}

/** Every message brings the file anew; the same one is read once, so that nothing flickers. */
function makeLogoReader(): (file: File) => Promise<Site['logo']> {
  let last = { mark: '', logo: Promise.resolve<Site['logo']>(null) };
  return (file) => {
    const mark = `${file.name} ${file.size} ${file.lastModified}`;
    if (mark !== last.mark) last = { mark, logo: measured(URL.createObjectURL(file)) };
    return last.logo;
  };
}

/** A picture of this page's own as the logo; which paper it needs is known once it is saved. */
async function measured(url: string): Promise<Site['logo']> {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    return null;
  }
  return { url, widthPx: image.naturalWidth, heightPx: image.naturalHeight, tone: null };
}
