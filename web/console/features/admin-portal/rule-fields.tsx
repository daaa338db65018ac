import { Checkbox, Fieldset, Input, Select, Stack, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '#shared/languages.ts';
import type { PreviewPage } from '#shared/portal-preview.ts';
import { KNOWLEDGE_BASE_READERS, TICKET_FIELD_USES } from '#shared/portal-settings.ts';
import { languageOptions } from '#web/ui/language-switch.tsx';
import type { PortalSettings } from '../../data/portal-settings.ts';
import type { PortalValues } from './portal-values.ts';

/** What contacts see and may do; a change shows the page that it is about. */
export function RuleFields(props: {
  form: UseFormReturnType<PortalValues>;
  settings: PortalSettings;
  onShow: (page: PreviewPage) => void;
}) {
  const { t } = useTranslation(['portal-settings', 'common']);
  const { form, settings, onShow } = props;
  const uses = TICKET_FIELD_USES.map((value) => ({ value, label: t(`tickets.use.${value}`) }));
  const readers = KNOWLEDGE_BASE_READERS.map((value) => ({
    value,
    label: t(`knowledge.${value}`),
  }));
  const flag = (name: keyof PortalValues) => form.getInputProps(name, { type: 'checkbox' });
  return (
    <>
      <Fieldset legend={t('tickets.title')}>
        <Stack onFocus={() => onShow('newTicket')}>
          <Select
            label={t('tickets.priority')}
            data={uses}
            allowDeselect={false}
            {...form.getInputProps('priorityField')}
          />
          <Select
            label={t('tickets.impact')}
            data={uses}
            allowDeselect={false}
            {...form.getInputProps('impactField')}
          />
          <Switch label={t('tickets.mayClose')} {...flag('contactsMayClose')} />
          <Switch
            label={t('tickets.mayReopen')}
            description={t('tickets.mayReopenHint')}
            {...flag('contactsMayReopen')}
          />
          <Switch
            label={t('tickets.showsDevices')}
            description={t('tickets.showsDevicesHint')}
            {...flag('showsDevices')}
          />
        </Stack>
      </Fieldset>
      <Fieldset legend={t('signIn.title')}>
        <Stack onFocus={() => onShow('signIn')}>
          <Checkbox label={t('signIn.password')} {...flag('passwordSignIn')} error={null} />
          <Checkbox
            label={t('signIn.link')}
            description={t('signIn.linkHint')}
            {...flag('linkSignIn')}
          />
          {form.errors.passwordSignIn && (
            <Input.Error role="alert">{form.errors.passwordSignIn}</Input.Error>
          )}
          <Select
            label={t('signIn.language')}
            description={t('signIn.languageHint')}
            data={[
              {
                value: '',
                label: t('signIn.languageOfCompany', {
                  language: LANGUAGE_NAMES[settings.companyLanguage],
                }),
              },
              ...languageOptions,
            ]}
            allowDeselect={false}
            {...form.getInputProps('language')}
          />
        </Stack>
      </Fieldset>
      <Fieldset legend={t('knowledge.title')}>
        <Select
          label={t('knowledge.who')}
          description={t('knowledge.hint')}
          data={readers}
          allowDeselect={false}
          {...form.getInputProps('knowledgeBase')}
        />
      </Fieldset>
    </>
  );
}
