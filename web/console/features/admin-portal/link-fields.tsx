import { ActionIcon, Button, Fieldset, Group, Input, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PORTAL_LIMITS } from '#shared/portal-settings.ts';
import type { PortalValues } from './portal-values.ts';

/** Where else customers find something, and what the law wants to be said. */
export function LinkFields({ form }: { form: UseFormReturnType<PortalValues> }) {
  const { t } = useTranslation('portal-settings');
  const { links } = form.values;
  return (
    <Fieldset legend={t('links.title')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('links.hint')}
        </Text>
        {links.map((link, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is the place in the list, whatever it says
          <Group key={index} gap="sm" align="flex-end" wrap="nowrap">
            <TextInput
              flex="2"
              miw={0}
              label={t('links.label')}
              maxLength={PORTAL_LIMITS.linkLabelChars}
              {...form.getInputProps(`links.${index}.label`)}
            />
            <TextInput
              flex="3"
              miw={0}
              label={t('links.url')}
              inputMode="url"
              maxLength={PORTAL_LIMITS.urlChars}
              {...form.getInputProps(`links.${index}.url`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('links.remove', { label: link.label })}
              onClick={() => form.removeListItem('links', index)}
            >
              <IconTrash size="1.125rem" aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {form.errors.links && <Input.Error role="alert">{form.errors.links}</Input.Error>}
        {links.length < PORTAL_LIMITS.links && (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size="1rem" aria-hidden />}
              onClick={() => form.insertListItem('links', { label: '', url: '' })}
            >
              {t('links.add')}
            </Button>
          </Group>
        )}
        <TextInput
          label={t('links.privacy')}
          placeholder="https://"
          inputMode="url"
          maxLength={PORTAL_LIMITS.urlChars}
          {...form.getInputProps('privacyUrl')}
        />
        <TextInput
          label={t('links.imprint')}
          placeholder="https://"
          inputMode="url"
          maxLength={PORTAL_LIMITS.urlChars}
          {...form.getInputProps('imprintUrl')}
        />
      </Stack>
    </Fieldset>
  );
}
