import type { Language } from '#shared/languages.ts';
import type { DefaultPage, Density, Theme } from '#shared/preferences.ts';
import type { Session } from '#web/api/types.ts';

/** What the one Save of My Profile saves. */
export interface ProfileValues {
  language: Language;
  defaultPage: DefaultPage;
  /** null: the company's. */
  timeZone: string | null;
  theme: Theme;
  density: Density;
  /** HTML. */
  signature: string;
}

export function preferencesOf({ technician }: Session): Omit<ProfileValues, 'signature'> {
  const { language, defaultPage, timeZone, theme, density } = technician;
  return { language, defaultPage, timeZone, theme, density };
}

/** The names of what differs, in the order in which they stand on the page. */
export function changedNames(saved: ProfileValues, values: ProfileValues): (keyof ProfileValues)[] {
  const names: (keyof ProfileValues)[] = [
    'language',
    'defaultPage',
    'timeZone',
    'theme',
    'density',
    'signature',
  ];
  return names.filter((name) => values[name] !== saved[name]);
}
