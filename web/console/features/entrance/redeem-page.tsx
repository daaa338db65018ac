import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { brokenPasswordRules } from '#shared/password-rules.ts';
import type { Answer } from '#web/api/types.ts';
import { useDocumentTitle } from '#web/ui/document-title.ts';
import { AnchorLink, ButtonLink } from '#web/ui/links.tsx';
import { NewPasswordField } from '#web/ui/password-fields.tsx';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { LoadingRows } from '#web/ui/states.tsx';
import { linkCheckQuery, redeemLink } from '../../data/entrance.ts';

type CheckedLink = Answer<'/api/v1/password-resets/check', 'post'>;

/** Where the single-use links of "forgotten password" and of invitations lead. */
export function RedeemPage() {
  const { t } = useTranslation('console');
  const { token = '' } = useSearch({ strict: false }) as { token?: string };
  const link = useQuery(linkCheckQuery(token));
  if (link.isPending) return <LoadingRows rows={4} />;
  if (link.isError) {
    return (
      <Stack>
        <Title order={1}>{t('entrance.linkInvalidTitle')}</Title>
        <ProblemAlert error={link.error} />
        <Text>{t('entrance.linkInvalidText')}</Text>
        <AnchorLink to="/forgot-password">{t('entrance.forgotLink')}</AnchorLink>
      </Stack>
    );
  }
  return <RedeemForm token={token} link={link.data} />;
}

function RedeemForm({ token, link }: { token: string; link: CheckedLink }) {
  const { t } = useTranslation('console');
  const isInvitation = link.purpose === 'invitation';
  const title = isInvitation
    ? t('entrance.invitationTitle', { company: link.companyName })
    : t('entrance.resetTitle');
  useDocumentTitle(title);
  const form = useForm({
    initialValues: { firstName: link.firstName, lastName: link.lastName, password: '' },
    validate: {
      firstName: isInvitation ? isNotEmpty(t('requiredField')) : undefined,
      lastName: isInvitation ? isNotEmpty(t('requiredField')) : undefined,
      password: (value) => (brokenPasswordRules(value).length > 0 ? t('weakPassword') : null),
    },
  });
  const redeeming = useMutation({
    mutationFn: redeemLink,
    onError: (error) => showFieldErrors(form, error),
  });
  if (redeeming.isSuccess) {
    return (
      <Stack>
        <Title order={1}>{t('entrance.redeemedTitle')}</Title>
        <Text role="status">{t('entrance.redeemedText')}</Text>
        <ButtonLink to="/sign-in">{t('signIn')}</ButtonLink>
      </Stack>
    );
  }
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ firstName, lastName, password }) =>
        redeeming.mutate({ token, password, ...(isInvitation && { firstName, lastName }) }),
      )}
    >
      <Stack>
        <Title order={1}>{title}</Title>
        <Text c="dimmed">{link.email}</Text>
        <ProblemAlert error={redeeming.error} />
        {isInvitation && (
          <Group grow align="flex-start">
            <TextInput
              label={t('firstName')}
              autoComplete="given-name"
              {...form.getInputProps('firstName')}
            />
            <TextInput
              label={t('lastName')}
              autoComplete="family-name"
              {...form.getInputProps('lastName')}
            />
          </Group>
        )}
        <input type="hidden" autoComplete="username" value={link.email} readOnly />
        <NewPasswordField label={t('newPassword')} {...form.getInputProps('password')} />
        <Button type="submit" loading={redeeming.isPending}>
          {t(isInvitation ? 'entrance.join' : 'entrance.setPassword')}
        </Button>
      </Stack>
    </form>
  );
}
