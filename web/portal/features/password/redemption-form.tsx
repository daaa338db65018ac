import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { brokenPasswordRules } from '#shared/password-rules.ts';
import { answer, api } from '#web/api/client.ts';
import { isApiError } from '#web/api/problem.ts';
import { NewPasswordField } from '#web/ui/password-fields.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { fieldsOf, generalOf } from '../../parts/field-problems.ts';

export function RedemptionForm(props: { token: string; onGone: () => void }) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const redeem = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/portal/v1/password-resets/redemption', {
          body: { token: props.token, password },
        }),
      ),
    // Replaced, so that the spent link does not stay in the history.
    onSuccess: () => navigate({ to: '/', replace: true, state: { notice: 'passwordSaved' } }),
    onError: (error) => {
      if (isApiError(error, 'linkGone')) props.onGone();
    },
  });
  const isBroken = brokenPasswordRules(password).length > 0;
  const fields = fieldsOf(redeem.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (!isBroken && !redeem.isPending) redeem.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert error={generalOf(redeem.error, 'password')} />
        <NewPasswordField
          label={t('newPassword.password')}
          name="new-password"
          size="md"
          value={password}
          error={(isChecked && isBroken && t('newPassword.rulesBroken')) || fields.password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={redeem.isPending}>
          {t('newPassword.submit')}
        </Button>
      </Stack>
    </form>
  );
}
