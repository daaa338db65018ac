import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#web/api/client.ts';
import { PasswordField } from '#web/ui/password-fields.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import type { PortalSession } from '../../data/session.ts';
import { useSite } from '../../data/site.ts';
import { fieldsOf, generalOf } from '../../parts/field-problems.ts';
import { LinkButton, LinkSent, useLinkRequest } from './link-request.tsx';

/**
 * Username or e-mail address, and a password or a link, as the company wants it; what is wrong is said
 * above, once and clearly.
 */
export function SignInForm(props: {
  username?: string;
  onEnter: (session: PortalSession) => void;
}) {
  const { t } = useTranslation(['portal', 'member']);
  const ways = useSite().data?.signIn ?? { password: true, link: false };
  const [username, setUsername] = useState(props.username ?? '');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState<'nothing' | 'username' | 'all'>('nothing');
  const usernameField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const request = useLinkRequest();
  useEffect(() => usernameField.current?.focus(), []);
  const signIn = useMutation({
    mutationFn: () =>
      answer(api.POST('/portal/v1/session', { body: { username: username.trim(), password } })),
    onSuccess: props.onEnter,
    onError: () => passwordField.current?.select(),
  });
  const error = request.error ?? signIn.error;
  const fields = fieldsOf(error);

  function ask() {
    setChecked('username');
    signIn.reset();
    if (username.trim() === '') usernameField.current?.focus();
    else if (!request.isPending) request.mutate(username.trim());
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!ways.password) return ask();
    setChecked('all');
    request.reset();
    if (username.trim() === '' || password === '' || signIn.isPending) return;
    signIn.mutate();
  }

  if (request.isSuccess) return <LinkSent request={request} />;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert error={generalOf(error, 'username', 'password')} />
        {!ways.password && <Text c="dimmed">{t('member:link.lead')}</Text>}
        <TextInput
          ref={usernameField}
          label={t('signIn.username')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="md"
          value={username}
          error={
            (checked !== 'nothing' && username.trim() === '' && t('required')) || fields.username
          }
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        {ways.password && (
          <>
            <PasswordField
              ref={passwordField}
              label={t('signIn.password')}
              data-autofocus={props.username ? true : undefined}
              name="password"
              autoComplete="current-password"
              size="md"
              value={password}
              error={(checked === 'all' && password === '' && t('required')) || fields.password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" size="md" loading={signIn.isPending} fullWidth>
              {t('signIn.submit')}
            </Button>
          </>
        )}
        {ways.link && <LinkButton request={request} isOnlyWay={!ways.password} onAsk={ask} />}
      </Stack>
    </form>
  );
}
