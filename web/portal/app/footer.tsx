import { Group, type MantineColorScheme, NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '#shared/languages.ts';
import { answer, api } from '#web/api/client.ts';
import { changeLanguage } from '#web/i18n/i18n.ts';
import { keepSession, type PortalSession } from '../data/session.ts';

const SCHEMES: MantineColorScheme[] = ['auto', 'light', 'dark'];

/** Language and appearance, before and after the sign-in. */
export function Footer() {
  const { t, i18n } = useTranslation(['portal', 'common']);
  const client = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const names: Record<MantineColorScheme, string> = {
    auto: t('shell.appearanceAuto'),
    light: t('shell.appearanceLight'),
    dark: t('shell.appearanceDark'),
  };

  async function choose(language: Language) {
    await changeLanguage(language);
    const session = client.getQueryData<PortalSession | null>(['session']);
    // Who has to choose a password first keeps the choice in this browser for now.
    if (!session || session.mustChangePassword) return;
    // The page has changed already; if the server cannot note it now, the browser still does.
    await answer(api.PATCH('/portal/v1/me', { body: { language } })).then(
      (fresh) => keepSession(client, fresh),
      () => undefined,
    );
  }

  return (
    <Group gap="md">
      <NativeSelect
        aria-label={t('common:language')}
        value={i18n.language}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={({ currentTarget: { value } }) => {
          if (isLanguage(value)) void choose(value);
        }}
      />
      <NativeSelect
        aria-label={t('common:theme.title')}
        value={colorScheme}
        data={SCHEMES.map((value) => ({ value, label: names[value] }))}
        onChange={({ currentTarget: { value } }) => setColorScheme(value as MantineColorScheme)}
      />
    </Group>
  );
}
