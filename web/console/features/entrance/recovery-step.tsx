import { Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '#web/ui/notify.ts';
import classes from '../../parts/code-field.module.css';
import type { StepProps } from './step-props.ts';

export function RecoveryStep({ isBusy, error, onShow }: StepProps) {
  const { t } = useTranslation('security');
  const [code, setCode] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    if (code.trim() !== '') onShow({ factor: 'recoveryCode', code: code.trim() });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>{t('entrance.recovery')}</Text>
        <TextInput
          label={t('entrance.recoveryCode')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          classNames={{ input: classes.large }}
          maxLength={40}
          value={code}
          error={error ? messageOf(error) : undefined}
          readOnly={isBusy}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={isBusy} disabled={code.trim() === ''}>
          {t('app.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
