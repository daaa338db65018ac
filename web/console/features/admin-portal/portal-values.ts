import { isColor } from '#shared/color.ts';
import { isLanguage, LANGUAGES, type Language } from '#shared/languages.ts';
import { portalStyle } from '#shared/portal-style.ts';
import type {
  PortalSettings,
  PortalSettingsPatch,
  PortalSite,
} from '../../data/portal-settings.ts';

/** The form's values; an empty text stands for what nobody chose. */
export interface PortalValues {
  name: string;
  color: string;
  welcomeTexts: Record<Language, string>;
  links: { label: string; url: string }[];
  language: string;
  privacyUrl: string;
  imprintUrl: string;
  priorityField: PortalSettings['priorityField'];
  impactField: PortalSettings['impactField'];
  contactsMayClose: boolean;
  contactsMayReopen: boolean;
  showsDevices: boolean;
  passwordSignIn: boolean;
  linkSignIn: boolean;
  knowledgeBase: PortalSettings['knowledgeBase'];
}

/** A logo that was chosen here and not saved yet: a file, 'none' to remove it, or no change. */
export type LogoChoice = File | 'none' | null;

export function valuesOf(settings: PortalSettings): PortalValues {
  const { welcomeTexts } = settings;
  return {
    name: settings.name ?? '',
    color: settings.color ?? '',
    welcomeTexts: Object.fromEntries(
      LANGUAGES.map((language) => [language, welcomeTexts[language] ?? '']),
    ) as PortalValues['welcomeTexts'],
    links: settings.links,
    language: settings.language ?? '',
    privacyUrl: settings.privacyUrl ?? '',
    imprintUrl: settings.imprintUrl ?? '',
    priorityField: settings.priorityField,
    impactField: settings.impactField,
    contactsMayClose: settings.contactsMayClose,
    contactsMayReopen: settings.contactsMayReopen,
    showsDevices: settings.showsDevices,
    passwordSignIn: settings.passwordSignIn,
    linkSignIn: settings.linkSignIn,
    knowledgeBase: settings.knowledgeBase,
  };
}

/** Only what was changed here: what somebody else changed beside it stays. */
export function changesOf(
  values: PortalValues,
  known: PortalSettings,
): Omit<PortalSettingsPatch, 'version'> {
  const before = valuesOf(known);
  const changed = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof PortalValues]),
  );
  const changes: Record<string, unknown> = Object.fromEntries(changed);
  for (const name of ['color', 'language']) if (changes[name] === '') changes[name] = null;
  return changes as Omit<PortalSettingsPatch, 'version'>;
}

/** The portal as it would look with these values. */
export function siteWith(
  values: PortalValues,
  settings: PortalSettings,
  logo: LogoChoice,
): PortalSite {
  const language = isLanguage(values.language) ? values.language : settings.companyLanguage;
  const color = isColor(values.color) ? values.color : null;
  const saved = settings.logo && {
    ...settings.logo,
    url: settings.logo.url.replace('/api/v1/portal-logo/', '/portal/v1/logo/'),
  };
  return {
    companyName: settings.companyName,
    name: values.name.trim() || settings.companyName,
    logo: logo === null ? saved : null,
    color,
    style: color && portalStyle(color),
    welcomeTexts: Object.fromEntries(
      Object.entries(values.welcomeTexts).filter(([, text]) => text.trim() !== ''),
    ),
    links: values.links.filter(({ label }) => label.trim() !== ''),
    language,
    languages: [...LANGUAGES],
    privacyUrl: values.privacyUrl || null,
    imprintUrl: values.imprintUrl || null,
    fields: { priority: values.priorityField, impact: values.impactField },
    contactsMayClose: values.contactsMayClose,
    contactsMayReopen: values.contactsMayReopen,
    showsDevices: values.showsDevices,
    signIn: { password: values.passwordSignIn, link: values.linkSignIn },
    showsKnowledgeBase: values.knowledgeBase !== 'hidden',
    isKnowledgeBasePublic: values.knowledgeBase === 'public',
    previewedBy: null,
  };
}
