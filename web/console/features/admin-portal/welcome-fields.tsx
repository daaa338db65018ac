import { Fieldset, Select, Stack, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '#shared/languages.ts';
import { PORTAL_LIMITS } from '#shared/portal-settings.ts';
import type { PortalValues } from './portal-values.ts';

/** What is said to who comes in, in each language; the preview follows the language. */
export function WelcomeFields(props: {
  form: UseFormReturnType<PortalValues>;
  language: Language;
  onLanguage: (language: Language) => void;
}) {
  const { t } = useTranslation('portal-settings');
  const { form, language } = props;
  const options = LANGUAGES.map((value) => ({
    value,
    label: form.values.welcomeTexts[value].trim()
      ? t('welcome.written', { language: LANGUAGE_NAMES[value] })
      : LANGUAGE_NAMES[value],
  }));
  const wrong = LANGUAGES.find((one) => form.errors[`welcomeTexts.${one}`]);
  return (
    <Fieldset legend={t('welcome.title')}>
      <Stack>
        <Select
          label={t('welcome.language')}
          description={t('welcome.hint')}
          data={options}
          value={language}
          allowDeselect={false}
          error={wrong && wrong !== language && LANGUAGE_NAMES[wrong]}
          onChange={(value) => isLanguage(value) && props.onLanguage(value)}
        />
        <Textarea
          key={language}
          label={t('welcome.text')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={PORTAL_LIMITS.welcomeChars}
          lang={language}
          {...form.getInputProps(`welcomeTexts.${language}`)}
        />
      </Stack>
    </Fieldset>
  );
}
