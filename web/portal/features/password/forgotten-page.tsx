import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#web/api/client.ts';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { CardPage } from '../../parts/card-page.tsx';
import { fieldsOf, generalOf } from '../../parts/field-problems.ts';

export function ForgottenPage() {
  const { t } = useTranslation('portal');
  const [username, setUsername] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const ask = useMutation({
    mutationFn: (body: { username: string }) =>
      answer(api.POST('/portal/v1/password-resets', { body })),
  });
  const back = (
    <Anchor component={Link} to="/">
      {t('forgotten.back')}
    </Anchor>
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (username.trim() !== '' && !ask.isPending) ask.mutate({ username: username.trim() });
  }

  if (ask.isSuccess) {
    return (
      <CardPage title={t('forgotten.sentTitle')}>
        <Stack role="status">
          <Text>{t('forgotten.sent', ask.variables)}</Text>
          <Text c="dimmed">{t('forgotten.notArrived')}</Text>
          {back}
        </Stack>
      </CardPage>
    );
  }
  return (
    <CardPage title={t('forgotten.title')} lead={t('forgotten.lead')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <ProblemAlert error={generalOf(ask.error, 'username')} />
          <TextInput
            label={t('signIn.username')}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            size="md"
            value={username}
            error={
              (isChecked && username.trim() === '' && t('required')) || fieldsOf(ask.error).username
            }
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <Button type="submit" size="md" loading={ask.isPending}>
            {t('forgotten.submit')}
          </Button>
          {back}
        </Stack>
      </form>
    </CardPage>
  );
}
