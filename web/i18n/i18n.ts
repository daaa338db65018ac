import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, LANGUAGES, type Language } from '#shared/languages.ts';
import { rememberedLanguage, rememberLanguage } from './language.ts';

/** One chunk a language and namespace, so that a reader loads only what is read. */
const catalogues = import.meta.glob<ResourceKey>(
  '../../locales/*/{admin,alerts,articles,checks,common,console,dashboard,devices,guide,imports,knowledge,member,notifications,picture,portal,portal-address,portal-devices,portal-settings,profile,security,signature,templates}.json',
  {
    import: 'default',
  },
);

const lazyCatalogues: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    const load = catalogues[`../../locales/${language}/${namespace}.json`];
    if (!load) return done(new Error(`No catalogue ${language}/${namespace}`), false);
    load().then(
      (catalogue) => done(null, catalogue),
      (error: Error) => done(error, false),
    );
  },
};

/**
 * Sets up the words of one app and resolves when those of the reader's language are there.
 * @param language the one to begin with, if it is another
 */
export async function startI18n(
  namespace: 'console' | 'portal',
  language?: Language | null,
): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(lazyCatalogues)
    .use(initReactI18next)
    .init({
      lng: language ?? rememberedLanguage(),
      supportedLngs: [...LANGUAGES],
      // Every catalogue is complete (a test sees to it), so English need not be loaded besides.
      fallbackLng: false,
      ns: ['common', namespace],
      defaultNS: namespace,
      fallbackNS: 'common',
      returnNull: false,
      interpolation: { escapeValue: false },
    });
}

export async function changeLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  if (i18next.resolvedLanguage !== language) await i18next.changeLanguage(language);
}

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : rememberedLanguage();
}
