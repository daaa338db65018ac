import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { brokenPasswordRules } from '#shared/password-rules.ts';
import { answer, api } from '#web/api/client.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { NewPasswordField, PasswordField } from '#web/ui/password-fields.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { keepSession, useMember } from '../../data/session.ts';
import { fieldsOf, generalOf } from '../../parts/field-problems.ts';

export function PasswordSection() {
  const { t } = useTranslation(['portal', 'member']);
  const { hasOwnPassword } = useMember();
  const [isOpened, setOpened] = useState(false);
  if (isOpened) return <PasswordForm isFirst={!hasOwnPassword} onClose={() => setOpened(false)} />;
  return (
    <Stack align="flex-start">
      {!hasOwnPassword && <Text c="dimmed">{t('member:password.none')}</Text>}
      <Button variant="default" size="md" onClick={() => setOpened(true)}>
        {hasOwnPassword ? t('profile.changePassword') : t('member:password.choose')}
      </Button>
    </Stack>
  );
}

/** The first password of one's own is chosen without another: who came by a link may know none. */
function PasswordForm(props: { isFirst: boolean; onClose: () => void }) {
  const { t } = useTranslation('portal');
  const client = useQueryClient();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const firstField = useRef<HTMLInputElement>(null);
  useEffect(() => firstField.current?.focus(), []);
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.PUT('/portal/v1/password', {
          body: props.isFirst ? { newPassword } : { currentPassword, newPassword },
        }),
      ),
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
    if ((props.isFirst || currentPassword !== '') && !isBroken && !save.isPending) save.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {!props.isFirst && (
          <PasswordField
            ref={firstField}
            label={t('newPassword.current')}
            autoComplete="current-password"
            size="md"
            value={currentPassword}
            error={(isChecked && currentPassword === '' && t('required')) || fields.currentPassword}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        <NewPasswordField
          ref={props.isFirst ? firstField : undefined}
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
