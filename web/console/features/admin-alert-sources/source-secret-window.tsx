import { Alert, Button, Code, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyTextButton } from '#web/ui/copy-text-button.tsx';
import type { AlertSourceSecret } from '../../data/alert-sources.ts';
import { alertmanagerSnippet, plainSnippet } from './connection.ts';

/** How the other system is connected. It stays until somebody says that it was copied. */
export function SourceSecretWindow(props: { secret: AlertSourceSecret; onClose: () => void }) {
  const { t } = useTranslation('alerts');
  const { secret } = props;
  const isAlertmanager = secret.source.format === 'alertmanager';
  const snippet = isAlertmanager ? alertmanagerSnippet(secret) : plainSnippet(secret);
  const snippetLabel = t(isAlertmanager ? 'secret.alertmanager' : 'secret.plain');
  return (
    <Modal
      opened
      size="lg"
      onClose={props.onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={t('secret.title', { name: secret.source.name })}
    >
      <Stack>
        <Alert color="amber" icon={<IconAlertTriangle aria-hidden />}>
          {t('secret.once')}
        </Alert>
        <Copyable label={t('secret.address')} value={secret.address} />
        <Copyable label={t('secret.secret')} value={secret.secret} />
        <Copyable
          label={t('secret.addressWithSecret')}
          hint={t('secret.addressHint')}
          value={secret.addressWithSecret}
        />
        <div>
          <Group justify="space-between">
            <Text size="sm" fw={500}>
              {snippetLabel}
            </Text>
            <CopyTextButton value={snippet} label={t('secret.copy', { what: snippetLabel })} />
          </Group>
          {/* Wider than the window, it is pushed aside by the keyboard too. */}
          <Code block tabIndex={0}>
            {snippet}
          </Code>
        </div>
        <Group justify="flex-end">
          <Button onClick={props.onClose}>{t('secret.done')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Copyable(props: { label: string; hint?: string; value: string }) {
  const { t } = useTranslation('alerts');
  return (
    <TextInput
      readOnly
      label={props.label}
      description={props.hint}
      value={props.value}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      onFocus={({ currentTarget }) => currentTarget.select()}
      rightSection={
        <CopyTextButton value={props.value} label={t('secret.copy', { what: props.label })} />
      }
    />
  );
}
