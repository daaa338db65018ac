import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#web/api/client.ts';
import { PasswordField } from '#web/ui/password-fields.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import type { PortalSession } from '../../data/session.ts';
import { fieldsOf, generalOf } from '../../parts/field-problems.ts';

/** Username or e-mail address and password; what is wrong is said above, once and clearly. */
export function SignInForm(props: {
  username?: string;
  onEnter: (session: PortalSession) => void;
}) {
  const { t } = useTranslation('portal');
  const [username, setUsername] = useState(props.username ?? '');
  const [password, setPassword] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const usernameField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  useEffect(() => usernameField.current?.focus(), []);
  const signIn = useMutation({
    mutationFn: () =>
      answer(api.POST('/portal/v1/session', { body: { username: username.trim(), password } })),
    onSuccess: props.onEnter,
    onError: () => passwordField.current?.select(),
  });
  const fields = fieldsOf(signIn.error);
  const missing = (value: string) => isChecked && value.trim() === '' && t('required');

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (username.trim() === '' || password === '' || signIn.isPending) return;
    signIn.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert error={generalOf(signIn.error, 'username', 'password')} />
        <TextInput
          ref={usernameField}
          label={t('signIn.username')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="md"
          value={username}
          error={missing(username) || fields.username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordField
          ref={passwordField}
          label={t('signIn.password')}
          data-autofocus={props.username ? true : undefined}
          name="password"
          autoComplete="current-password"
          size="md"
          value={password}
          error={missing(password) || fields.password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={signIn.isPending} fullWidth>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
