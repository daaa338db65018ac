import { Select } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '#shared/languages.ts';
import { changeLanguage } from '#web/i18n/i18n.ts';

export const languageOptions = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

/** Changes the language of what is on screen at once, and remembers it in this browser. */
export function LanguageSwitch(props: {
  fullWidth?: boolean;
  /** False inside a popover, which would take a click in a portal for one outside itself. */
  withinPortal?: boolean;
  onChange?: (language: Language) => void;
}) {
  const { t, i18n } = useTranslation('common');
  return (
    <Select
      aria-label={t('language')}
      data={languageOptions}
      value={i18n.language}
      allowDeselect={false}
      comboboxProps={{ withinPortal: props.withinPortal ?? true }}
      leftSection={<IconLanguage size="1rem" aria-hidden />}
      w={props.fullWidth ? '100%' : '10rem'}
      onChange={(value) => {
        if (!isLanguage(value)) return;
        void changeLanguage(value);
        props.onChange?.(value);
      }}
    />
  );
}
