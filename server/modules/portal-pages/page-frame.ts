import type { getSite } from '#modules/portal/index.ts';
import { translate } from '#platform/i18n/translate.ts';
import { LANGUAGE_NAMES, type Language } from '#shared/languages.ts';
import { el, type Markup, type MarkupElement } from '#shared/markup.ts';

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
        el(
          'a',
          { href: '/', class: 'portal-brand' },
          el('span', { class: 'portal-mark', 'aria-hidden': 'true' }, site.name.slice(0, 1)),
          el('span', { class: 'portal-name' }, site.name),
        ),
        el(
          'nav',
          { class: 'portal-nav', 'aria-label': say('portal:shell.navigation') },
          el(
            'a',
            { href: `${prefix}/kb`, class: 'portal-link', 'aria-current': 'page' },
            say('articles:title'),
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
