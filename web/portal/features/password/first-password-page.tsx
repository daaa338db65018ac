import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { brokenPasswordRules } from '#shared/password-rules.ts';
import { answer, api } from '#web/api/client.ts';
import { NewPasswordField } from '#web/ui/password-fields.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { dropSession, type PortalSession } from '../../data/session.ts';
import { CardPage } from '../../parts/card-page.tsx';
import { fieldsOf, generalOf } from '../../parts/field-problems.ts';

/** After signing in with a generated password: nothing else works until it is replaced. */
export function FirstPasswordPage(props: { onDone: (session: PortalSession) => void }) {
  const { t } = useTranslation('portal');
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const save = useMutation({
    mutationFn: () => answer(api.PUT('/portal/v1/password', { body: { newPassword: password } })),
    onSuccess: props.onDone,
  });
  const leave = useMutation({
    mutationFn: () => answer(api.DELETE('/portal/v1/session')),
    onSuccess: () => dropSession(client),
  });
  const isBroken = brokenPasswordRules(password).length > 0;
  const fields = fieldsOf(save.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (!isBroken && !save.isPending) save.mutate();
  }

  return (
    <CardPage title={t('newPassword.firstTitle')} lead={t('newPassword.firstLead')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <ProblemAlert error={generalOf(save.error, 'newPassword')} />
          <NewPasswordField
            label={t('newPassword.password')}
            name="new-password"
            size="md"
            value={password}
            error={(isChecked && isBroken && t('newPassword.rulesBroken')) || fields.newPassword}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" size="md" loading={save.isPending}>
            {t('newPassword.submit')}
          </Button>
          <Button variant="subtle" loading={leave.isPending} onClick={() => leave.mutate()}>
            {t('profile.signOut')}
          </Button>
        </Stack>
      </form>
    </CardPage>
  );
}
