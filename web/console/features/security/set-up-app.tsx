import { Anchor, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { CopyTextButton } from '#web/ui/copy-text-button.tsx';
import { messageOf } from '#web/ui/notify.ts';
import { confirmApp, type NewApp, type NewFactor } from '../../data/two-factor.ts';
import fieldClasses from '../../parts/code-field.module.css';
import { CODE_DIGITS, cleanCode } from '../../parts/one-time-code.ts';
import classes from './set-up-app.module.css';

/** Shows the secret to an authenticator app and has it confirmed by a code. */
export function SetUpApp(props: {
  app: NewApp;
  cancelLabel: string;
  onDone: (made: NewFactor) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('security');
  const { secret, address, qrCode } = props.app;
  const [code, setCode] = useState('');
  const confirming = useMutation({ mutationFn: confirmApp, onSuccess: props.onDone });
  const confirm = (digits: string) => {
    if (!confirming.isPending) confirming.mutate(digits);
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    // In React's tree this may stand within another form.
    event.stopPropagation();
    confirm(code);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>{t('app.scan')}</Text>
        <img
          className={classes.qrCode}
          src={`data:image/svg+xml,${encodeURIComponent(qrCode)}`}
          alt={t('app.qrCode')}
        />
        <Anchor href={address} size="sm" hiddenFrom="sm" ta="center">
          {t('app.openApp')}
        </Anchor>
        <Textarea
          readOnly
          autosize
          label={t('app.secret')}
          value={secret}
          classNames={{ input: fieldClasses.input }}
          onFocus={(event) => event.currentTarget.select()}
          rightSection={
            <CopyTextButton value={secret.replaceAll(' ', '')} label={t('app.copySecret')} />
          }
        />
        <TextInput
          label={t('app.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          data-autofocus
          classNames={{ input: fieldClasses.input }}
          value={code}
          error={confirming.error ? messageOf(confirming.error) : undefined}
          readOnly={confirming.isPending}
          onChange={(event) => {
            const digits = cleanCode(event.currentTarget.value);
            setCode(digits);
            if (digits.length === CODE_DIGITS && digits !== code) confirm(digits);
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onCancel}>
            {props.cancelLabel}
          </Button>
          <Button
            type="submit"
            loading={confirming.isPending}
            disabled={code.length < CODE_DIGITS || isApiError(confirming.error, 'setUpExpired')}
          >
            {t('app.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
