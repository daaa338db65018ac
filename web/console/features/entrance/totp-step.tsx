import { Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '#web/ui/notify.ts';
import classes from '../../parts/code-field.module.css';
import { CODE_DIGITS, cleanCode } from '../../parts/one-time-code.ts';
import type { StepProps } from './step-props.ts';

/** The code of the authenticator app; sent by itself once its last digit is there. */
export function TotpStep({ isBusy, error, onShow }: StepProps) {
  const { t } = useTranslation('security');
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const show = (digits: string) => onShow({ factor: 'totp', code: digits });

  // A wrong code is overwritten by the next one.
  useEffect(() => {
    if (error) field.current?.select();
  }, [error]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (code !== '') show(code);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>{t('entrance.totp')}</Text>
        <TextInput
          ref={field}
          label={t('entrance.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          classNames={{ input: classes.large }}
          value={code}
          error={error ? messageOf(error) : undefined}
          readOnly={isBusy}
          onChange={(event) => {
            const digits = cleanCode(event.currentTarget.value);
            setCode(digits);
            if (digits.length === CODE_DIGITS && digits !== code) show(digits);
          }}
        />
        <Button type="submit" loading={isBusy} disabled={code.length < CODE_DIGITS}>
          {t('app.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
