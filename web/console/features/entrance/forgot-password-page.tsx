import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { isEmail, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '#web/ui/document-title.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { askForPasswordReset } from '../../data/entrance.ts';

/** The answer is the same whether the address is known or not. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('console');
  useDocumentTitle(t('entrance.forgotTitle'));
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: isEmail(t('invalidEmail')) },
  });
  const asking = useMutation({ mutationFn: askForPasswordReset });
  return (
    <Stack>
      <Title order={1}>{t('entrance.forgotTitle')}</Title>
      {asking.isSuccess ? (
        <Text role="status">{t('entrance.forgotDone', { email: form.values.email })}</Text>
      ) : (
        <form onSubmit={form.onSubmit(({ email }) => asking.mutate(email))} noValidate>
          <Stack>
            <Text c="dimmed">{t('entrance.forgotText')}</Text>
            <ProblemAlert error={asking.error} />
            <TextInput
              label={t('email')}
              type="email"
              autoComplete="username"
              autoFocus
              {...form.getInputProps('email')}
            />
            <Button type="submit" loading={asking.isPending}>
              {t('entrance.forgotSend')}
            </Button>
          </Stack>
        </form>
      )}
      <AnchorLink to="/sign-in" size="sm">
        {t('entrance.backToSignIn')}
      </AnchorLink>
    </Stack>
  );
}
