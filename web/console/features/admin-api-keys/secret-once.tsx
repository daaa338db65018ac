import { Alert, Anchor, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyTextButton } from '#web/ui/copy-text-button.tsx';

/** The secret of a new key. It stays until somebody says that it was copied. */
export function SecretOnce(props: { secret: string; onDone: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <Stack>
      <Alert color="amber" icon={<IconAlertTriangle aria-hidden />}>
        {t('apiKeys.secretOnce')}
      </Alert>
      <TextInput
        readOnly
        label={t('apiKeys.secret')}
        value={props.secret}
        ff="monospace"
        onFocus={(event) => event.currentTarget.select()}
        rightSection={<CopyTextButton value={props.secret} label={t('apiKeys.copy')} />}
      />
      <div>
        <Text size="sm">{t('apiKeys.usage')}</Text>
        {/* not-translated: a field of HTTP */}
        <Code block>{'Authorization: Bearer …'}</Code>
        <Anchor href="/api/docs" target="_blank" size="sm">
          {t('apiKeys.docs')}
        </Anchor>
      </div>
      <Group justify="flex-end">
        <Button onClick={props.onDone}>{t('apiKeys.done')}</Button>
      </Group>
    </Stack>
  );
}
