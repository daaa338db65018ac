import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { brokenPasswordRules } from '#shared/password-rules.ts';
import { answer, api } from '#web/api/client.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { NewPasswordField, PasswordField } from '#web/ui/password-fields.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { keepSession } from '../../data/session.ts';
import { fieldsOf, generalOf } from '../../parts/field-problems.ts';

export function PasswordSection() {
  const { t } = useTranslation('portal');
  const [isOpened, setOpened] = useState(false);
  if (isOpened) return <PasswordForm onClose={() => setOpened(false)} />;
  return (
    <Button variant="default" size="md" onClick={() => setOpened(true)}>
      {t('profile.changePassword')}
    </Button>
  );
}

function PasswordForm(props: { onClose: () => void }) {
  const { t } = useTranslation('portal');
  const client = useQueryClient();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const currentField = useRef<HTMLInputElement>(null);
  useEffect(() => currentField.current?.focus(), []);
  const save = useMutation({
    mutationFn: () =>
      answer(api.PUT('/portal/v1/password', { body: { currentPassword, newPassword } })),
    onSuccess(session) {
      keepSession(client, session);
      notifyDone(t('profile.passwordSaved'));
      props.onClose();
    },
  });
  const isBroken = brokenPasswordRules(newPassword).length > 0;
  const fields = fieldsOf(save.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (currentPassword !== '' && !isBroken && !save.isPending) save.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <PasswordField
          ref={currentField}
          label={t('newPassword.current')}
          autoComplete="current-password"
          size="md"
          value={currentPassword}
          error={(isChecked && currentPassword === '' && t('required')) || fields.currentPassword}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordField
          label={t('newPassword.password')}
          size="md"
          value={newPassword}
          error={(isChecked && isBroken && t('newPassword.rulesBroken')) || fields.newPassword}
          onChange={(event) => setNew(event.currentTarget.value)}
        />
        <ProblemAlert error={generalOf(save.error, 'currentPassword', 'newPassword')} />
        <Group>
          <Button type="submit" size="md" loading={save.isPending}>
            {t('newPassword.submit')}
          </Button>
          <Button variant="default" size="md" onClick={props.onClose}>
            {t('profile.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
