import { Checkbox, Fieldset, Select, Stack, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { NEW_CONTACT_TEMPLATES } from '#shared/templates.ts';
import type { SettingsValues } from './settings-form.tsx';

/** What happens when a contact is added: the welcome e-mail, and contacts made from mail. */
export function NewContactFields({ form }: { form: UseFormReturnType<SettingsValues> }) {
  const { t } = useTranslation(['admin', 'portal-settings']);
  const chosen = form.values.newContactMailTemplate;
  return (
    <Fieldset legend={t('settings.contacts')}>
      <Stack>
        <Checkbox
          label={t('settings.newContactMail')}
          {...form.getInputProps('newContactMailEnabled', { type: 'checkbox' })}
        />
        <Select
          label={t('settings.newContactTemplate')}
          description={
            chosen === 'SendUsernameAndPassword' || chosen === 'SendSetPasswordLink'
              ? t(`settings.template.${chosen}`)
              : undefined
          }
          data={NEW_CONTACT_TEMPLATES}
          allowDeselect={false}
          disabled={!form.values.newContactMailEnabled}
          maw="24rem"
          {...form.getInputProps('newContactMailTemplate')}
        />
        <Switch
          label={t('settings.automaticContacts')}
          description={t('settings.automaticContactsHint')}
          {...form.getInputProps('automaticContactsEnabled', { type: 'checkbox' })}
        />
        <Select
          label={t('portal-settings:rules.strangers')}
          description={t('portal-settings:rules.strangersHint')}
          data={[
            { value: 'ticket', label: t('portal-settings:rules.strangersTicket') },
            { value: 'suspended', label: t('portal-settings:rules.strangersSuspended') },
          ]}
          allowDeselect={false}
          {...form.getInputProps('unknownSenderFiling')}
        />
      </Stack>
    </Fieldset>
  );
}
