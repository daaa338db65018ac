import { Group, type MantineColorScheme, NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '#shared/languages.ts';
import { chooseLanguage } from '../data/language.ts';
import { pathInLanguage } from '../data/page-address.ts';

const SCHEMES: MantineColorScheme[] = ['auto', 'light', 'dark'];

/** Language and appearance, before and after the sign-in. */
export function Footer() {
  const { t, i18n } = useTranslation(['portal', 'common']);
  const client = useQueryClient();
  const { history } = useRouter();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const names: Record<MantineColorScheme, string> = {
    auto: t('shell.appearanceAuto'),
    light: t('shell.appearanceLight'),
    dark: t('shell.appearanceDark'),
  };

  return (
    <Group gap="md">
      <NativeSelect
        aria-label={t('common:language')}
        value={i18n.language}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={({ currentTarget: { value } }) => {
          if (!isLanguage(value)) return;
          void chooseLanguage(client, value);
          const { pathname, search } = history.location;
          const path = pathInLanguage(pathname, value);
          if (path !== pathname) history.replace(path + search);
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
