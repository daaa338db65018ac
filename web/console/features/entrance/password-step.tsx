import { Button, Divider, Stack, TextInput, Title } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PendingSignIn, Session } from '#web/api/types.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { PasswordField } from '#web/ui/password-fields.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { signIn } from '../../data/session.ts';
import { PasskeySignIn } from './passkey-sign-in.tsx';
import { SetupHint } from './setup-hint.tsx';

export function PasswordStep(props: {
  problem: unknown;
  onPending: (pending: PendingSignIn) => void;
  onEnter: (session: Session) => Promise<void>;
}) {
  const { t } = useTranslation(['console', 'security']);
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: { email: isNotEmpty(t('requiredField')), password: isNotEmpty(t('requiredField')) },
  });
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: (entered) =>
      'secondFactor' in entered ? props.onPending(entered) : props.onEnter(entered),
  });
  return (
    <Stack>
      <form onSubmit={form.onSubmit((values) => entering.mutate(values))} noValidate>
        <Stack>
          <Title order={1}>{t('entrance.signInTitle')}</Title>
          <SetupHint />
          <ProblemAlert error={entering.error ?? (entering.isIdle ? props.problem : null)} />
          <TextInput
            label={t('email')}
            type="email"
            // The browser offers passkeys here, among the names that it knows.
            autoComplete="username webauthn"
            autoFocus
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <PasswordField
            label={t('password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={entering.isPending}>
            {t('signIn')}
          </Button>
        </Stack>
      </form>
      <Divider label={t('security:entrance.or')} />
      <PasskeySignIn onEnter={props.onEnter} />
      <AnchorLink to="/forgot-password" size="sm">
        {t('entrance.forgotLink')}
      </AnchorLink>
    </Stack>
  );
}
