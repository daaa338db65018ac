import type { getSite } from '#modules/portal/index.ts';
import { translate } from '#platform/i18n/translate.ts';
import { LANGUAGE_NAMES, type Language } from '#shared/languages.ts';
import { el, type Markup, type MarkupElement } from '#shared/markup.ts';
import { isWordLogo } from '#shared/portal-settings.ts';

export type Site = Awaited<ReturnType<typeof getSite>>;

/** The portal's frame around a public page, as the app draws it for visitors (web/portal/app/frame.tsx). */
export function pageFrame(
  page: Markup,
  options: {
    site: Site;
    language: Language;
    /** Below the origin, without a language. */
    path: string;
    languages: readonly Language[];
    prefix: string;
  },
): MarkupElement {
  const { site, language, path, languages, prefix } = options;
  const say = (key: string, params = {}) => translate(language, key, params);
  return el(
    'div',
    { class: 'portal-page' },
    el('a', { href: '#content', class: 'portal-skip' }, say('common:skipToContent')),
    el(
      'header',
      { class: 'portal-header' },
      el(
        'div',
        { class: 'portal-width portal-bar' },
        el('a', { href: '/', class: 'portal-brand' }, ...pageBrand(site)),
        el(
          'nav',
          { class: 'portal-nav', 'aria-label': say('portal:shell.navigation') },
          el(
            'a',
            { href: `${prefix}/kb`, class: 'portal-link', 'aria-current': 'page' },
            say('portal:shell.knowledgeBase'),
          ),
          el('a', { href: '/', class: 'portal-link' }, say('portal:signIn.title')),
        ),
      ),
    ),
    el('div', { role: 'status', class: 'portal-notice' }),
    el('main', { id: 'content', tabindex: -1, class: 'portal-width portal-main' }, page),
    el(
      'footer',
      { class: 'portal-footer' },
      el(
        'div',
        { class: 'portal-width portal-foot' },
        el(
          'span',
          { class: 'portal-whose' },
          say('portal:shell.supportOf', { company: site.name }),
        ),
        ...pageLinks(site, say),
        el(
          'nav',
          { class: 'portal-languages', 'aria-label': say('common:language') },
          ...languages.map((one) =>
            el('a', { href: `/${one}${path}`, hreflang: one, lang: one }, LANGUAGE_NAMES[one]),
          ),
        ),
      ),
    ),
  );
}

/** As web/portal/app/brand.tsx draws it. */
function pageBrand({ logo, name }: Site): MarkupElement[] {
  const named = el('span', { class: 'portal-name' }, name);
  if (!logo) {
    const mark = el('span', { class: 'portal-mark', 'aria-hidden': 'true' }, name.slice(0, 1));
    return [mark, named];
  }
  const isWord = isWordLogo(logo);
  const picture = el('img', {
    src: logo.url,
    width: logo.widthPx,
    height: logo.heightPx,
    alt: isWord ? name : '',
    class: 'portal-logo',
    ...(logo.tone && { 'data-tone': logo.tone }),
  });
  return isWord ? [picture] : [picture, named];
}

/** As web/portal/app/site-links.tsx draws them. */
function pageLinks(site: Site, say: (key: string) => string): MarkupElement[] {
  const links = [
    ...site.links,
    ...(site.privacyUrl ? [{ label: say('portal:shell.privacy'), url: site.privacyUrl }] : []),
    ...(site.imprintUrl ? [{ label: say('portal:shell.imprint'), url: site.imprintUrl }] : []),
  ];
  if (links.length === 0) return [];
  const attributes = { class: 'portal-links', 'aria-label': say('portal:shell.links') };
  return [
    el(
      'nav',
      attributes,
      ...links.map(({ label, url }) => el('a', { href: url, rel: 'noopener' }, label)),
    ),
  ];
}
