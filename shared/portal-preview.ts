import { isLanguage, type Language } from './languages.ts';

/** The pages of the portal that its preview can show. */
export const PREVIEW_PAGES = ['signIn', 'home', 'newTicket'] as const;
export type PreviewPage = (typeof PREVIEW_PAGES)[number];

/** Said by the portal in the frame once it listens. */
export const PREVIEW_READY = 'portico.preview.ready';

/** What the console tells the portal in the frame to show: values that nobody has saved yet. */
export interface PreviewMessage<Site = unknown> {
  kind: 'portico.preview';
  site: Site;
  /** A logo that was chosen and not sent yet; the site's own without it. */
  logoFile: File | null;
  page: PreviewPage;
  language: Language;
  scheme: 'light' | 'dark';
  /** Who is greeted where contacts would be. */
  reader: { firstName: string; lastName: string };
}

/** Whether a message that came in is one of these; who sent it is checked besides. */
export function isPreviewMessage(data: unknown): data is PreviewMessage {
  const message = data as Partial<PreviewMessage> | null;
  return (
    message?.kind === 'portico.preview' &&
    typeof message.site === 'object' &&
    (PREVIEW_PAGES as readonly unknown[]).includes(message.page) &&
    isLanguage(message.language) &&
    (message.scheme === 'light' || message.scheme === 'dark') &&
    typeof message.reader === 'object'
  );
}
