import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { isEmail, isNotEmpty, useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '#shared/languages.ts';
import { brokenPasswordRules } from '#shared/password-rules.ts';
import { changeLanguage, currentLanguage } from '#web/i18n/i18n.ts';
import { useDocumentTitle } from '#web/ui/document-title.ts';
import { languageOptions } from '#web/ui/language-switch.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import { NewPasswordField } from '#web/ui/password-fields.tsx';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { LoadingRows } from '#web/ui/states.tsx';
import { setUp, setupAddressQuery, setupQuery } from '../../data/entrance.ts';
import { sessionQuery } from '../../data/session.ts';

const TYPING_PAUSE_MS = 300;

/** The one-time link that a new installation prints leads here. */
export function SetupPage() {
  const { t } = useTranslation('console');
  const { token = '' } = useSearch({ from: '/entrance/setup' });
  const setup = useQuery(setupQuery(token));
  useDocumentTitle(t('setup.title'));
  if (setup.isPending) return <LoadingRows rows={6} />;
  if (setup.isError || !setup.data.isOpen) {
    return (
      <Stack>
        <Title order={1}>{t('setup.closedTitle')}</Title>
        <ProblemAlert error={setup.error} />
        <Text>{t('setup.closedText')}</Text>
        <AnchorLink to="/sign-in">{t('signIn')}</AnchorLink>
      </Stack>
    );
  }
  return <SetupForm token={token} />;
}

function SetupForm({ token }: { token: string }) {
  const { t, i18n } = useTranslation('console');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: {
      companyName: '',
      firstName: '',
      lastName: '',
      email: '',
      password: '',
    },
    validate: {
      companyName: isNotEmpty(t('requiredField')),
      firstName: isNotEmpty(t('requiredField')),
      lastName: isNotEmpty(t('requiredField')),
      email: isEmail(t('invalidEmail')),
      password: (value) => (brokenPasswordRules(value).length > 0 ? t('weakPassword') : null),
    },
  });
  const settingUp = useMutation({
    mutationFn: setUp,
    onSuccess: async (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await navigate({ to: '/' });
    },
    onError: (error) => showFieldErrors(form, error),
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) =>
        settingUp.mutate({ token, ...values, language: currentLanguage() }),
      )}
    >
      <Stack>
        <div>
          <Title order={1}>{t('setup.title')}</Title>
          <Text c="dimmed">{t('setup.text')}</Text>
        </div>
        <ProblemAlert error={settingUp.error} />
        <div>
          <TextInput
            label={t('setup.companyName')}
            autoComplete="organization"
            autoFocus
            {...form.getInputProps('companyName')}
          />
          <PortalAddress token={token} companyName={form.values.companyName} />
        </div>
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
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          {...form.getInputProps('email')}
        />
        <NewPasswordField label={t('password')} {...form.getInputProps('password')} />
        <Select
          label={t('setup.language')}
          data={languageOptions}
          allowDeselect={false}
          value={i18n.language}
          onChange={(value) => isLanguage(value) && void changeLanguage(value)}
        />
        <Button type="submit" loading={settingUp.isPending}>
          {t('setup.submit')}
        </Button>
      </Stack>
    </form>
  );
}

/** Where the customers of this company will find their portal, made from its name. */
function PortalAddress({ token, companyName }: { token: string; companyName: string }) {
  const { t } = useTranslation('console');
  const [settled] = useDebouncedValue(companyName.trim(), TYPING_PAUSE_MS);
  const address = useQuery(setupAddressQuery(token, settled));
  return (
    <Text size="sm" c="dimmed" mt="xs" mih="1.5em" aria-live="polite">
      {settled && address.data && (
        <>
          {t('setup.portalAddress')}{' '}
          <Text span inherit c="var(--mantine-color-text)">
            {address.data.portalAddress}
          </Text>
        </>
      )}
    </Text>
  );
}
