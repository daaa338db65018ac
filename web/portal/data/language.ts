import type { QueryClient } from '@tanstack/react-query';
import type { Language } from '#shared/languages.ts';
import { answer, api } from '#web/api/client.ts';
import { changeLanguage } from '#web/i18n/i18n.ts';
import { keepSession, type PortalSession } from './session.ts';

const CHOSEN = ['site', 'chosen-language'];

/** Changes the language at once; kept in the profile as soon as it is known whose. */
export async function chooseLanguage(client: QueryClient, language: Language): Promise<void> {
  await changeLanguage(language);
  const session = client.getQueryData<PortalSession | null>(['session']);
  if (session && !session.mustChangePassword) await saveLanguage(client, language);
  else client.setQueryData(CHOSEN, language);
}

/** What was chosen before anybody was signed in; asked once. */
export function takeChosenLanguage(client: QueryClient): Language | null {
  const chosen = client.getQueryData<Language>(CHOSEN) ?? null;
  client.removeQueries({ queryKey: CHOSEN });
  return chosen;
}

/** The page has changed already; if the server cannot note it now, this browser still does. */
export async function saveLanguage(client: QueryClient, language: Language): Promise<void> {
  await answer(api.PATCH('/portal/v1/me', { body: { language } })).then(
    (session) => keepSession(client, session),
    () => undefined,
  );
}
