import { Fieldset, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import type { PortalSettings } from '../../data/portal-settings.ts';
import { ColorField } from './color-field.tsx';
import { LogoField } from './logo-field.tsx';
import type { LogoChoice, PortalValues } from './portal-values.ts';

/** How the portal is known again: name, logo, colour. */
export function LookFields(props: {
  form: UseFormReturnType<PortalValues>;
  settings: PortalSettings;
  logo: LogoChoice;
  onLogo: (logo: LogoChoice) => void;
}) {
  const { t } = useTranslation('portal-settings');
  const { form, settings } = props;
  return (
    <Fieldset legend={t('look.title')}>
      <Stack>
        <TextInput
          label={t('look.name')}
          description={t('look.nameHint')}
          placeholder={settings.companyName}
          maxLength={LIMITS.nameChars}
          {...form.getInputProps('name')}
        />
        <LogoField saved={settings.logo} choice={props.logo} onChoice={props.onLogo} />
        <ColorField
          value={form.values.color}
          error={form.errors.color}
          onChange={(color) => form.setFieldValue('color', color)}
        />
      </Stack>
    </Fieldset>
  );
}
