import { Input, type InputWrapperProps, SegmentedControl, Select, SimpleGrid } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '#shared/languages.ts';
import { DEFAULT_PAGES, DENSITIES, THEMES } from '#shared/preferences.ts';
import { languageOptions } from '#web/ui/language-switch.tsx';
import type { ProfileValues } from './profile-values.ts';

const TIME_ZONES = Intl.supportedValuesOf('timeZone');
/** What a field is for stands below it, so that fields side by side are level. */
const ORDER: InputWrapperProps['inputWrapperOrder'] = ['label', 'input', 'description', 'error'];
/** Stands for null, which a select has no value for. */
const COMPANY_ZONE = 'company';

export function PreferenceFields(props: {
  values: ProfileValues;
  onChange: (changes: Partial<ProfileValues>) => void;
}) {
  const { t } = useTranslation(['profile', 'common']);
  const { values, onChange } = props;
  const own = values.timeZone;
  const zones = own === null || TIME_ZONES.includes(own) ? TIME_ZONES : [own, ...TIME_ZONES];
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
      <Select
        label={t('preferences.language')}
        description={t('preferences.languageHint')}
        inputWrapperOrder={ORDER}
        data={languageOptions}
        allowDeselect={false}
        value={values.language}
        onChange={(language) => isLanguage(language) && onChange({ language })}
      />
      <Select
        label={t('preferences.defaultPage')}
        description={t('preferences.defaultPageHint')}
        inputWrapperOrder={ORDER}
        data={DEFAULT_PAGES.map((value) => ({ value, label: t(`pages.${value}`) }))}
        allowDeselect={false}
        value={values.defaultPage}
        onChange={(value) => {
          const defaultPage = DEFAULT_PAGES.find((page) => page === value);
          if (defaultPage) onChange({ defaultPage });
        }}
      />
      <Select
        label={t('preferences.timeZone')}
        description={t('preferences.timeZoneHint')}
        inputWrapperOrder={ORDER}
        data={[{ value: COMPANY_ZONE, label: t('preferences.companyZone') }, ...zones]}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('preferences.nothingFound')}
        value={own ?? COMPANY_ZONE}
        onChange={(value) => onChange({ timeZone: value === COMPANY_ZONE ? null : value })}
      />
      <Choice
        label={t('preferences.theme')}
        data={THEMES.map((value) => ({ value, label: t(`common:theme.${value}`) }))}
        value={values.theme}
        onChange={(theme) => onChange({ theme })}
      />
      <Choice
        label={t('preferences.density')}
        description={t('preferences.densityHint')}
        data={DENSITIES.map((value) => ({ value, label: t(`densities.${value}`) }))}
        value={values.density}
        onChange={(density) => onChange({ density })}
      />
    </SimpleGrid>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  description?: string;
  data: { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <Input.Wrapper
      label={props.label}
      description={props.description}
      inputWrapperOrder={ORDER}
      labelElement="div"
      labelProps={{ id }}
    >
      <SegmentedControl
        aria-labelledby={id}
        fullWidth
        data={props.data}
        value={props.value}
        onChange={props.onChange}
      />
    </Input.Wrapper>
  );
}
