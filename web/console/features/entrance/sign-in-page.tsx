import { Button, Stack, TextInput, Title } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '#web/ui/document-title.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { PasswordField } from '#web/ui/password-fields.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { sessionQuery, signIn } from '../../data/session.ts';
import { safeReturnAddress } from './return-address.ts';
import { SetupHint } from './setup-hint.tsx';

export function SignInPage() {
  const { t } = useTranslation('console');
  const { next } = useSearch({ from: '/entrance/sign-in' });
  const queryClient = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  useDocumentTitle(t('signIn'));
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: { email: isNotEmpty(t('requiredField')), password: isNotEmpty(t('requiredField')) },
  });
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: async (session) => {
      if ('secondFactor' in session) return;
      queryClient.setQueryData(sessionQuery.queryKey, session);
      const address = safeReturnAddress(next);
      if (address) router.history.push(address);
      else await navigate({ to: '/' });
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => entering.mutate(values))} noValidate>
      <Stack>
        <Title order={1}>{t('entrance.signInTitle')}</Title>
        <SetupHint />
        <ProblemAlert error={entering.error} />
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
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
        <AnchorLink to="/forgot-password" size="sm">
          {t('entrance.forgotLink')}
        </AnchorLink>
      </Stack>
    </form>
  );
}
