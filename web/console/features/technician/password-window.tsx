import { PasswordInput, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { brokenPasswordRules } from '#shared/password-rules.ts';
import { isApiError } from '#web/api/problem.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { NewPasswordField } from '#web/ui/password-fields.tsx';
import { changePassword } from '../../data/profile.ts';
import { ApplyWindow } from '../../parts/apply-window.tsx';
import { useProofField } from '../../parts/proof.tsx';
import type { EditedTechnician } from './edited-technician.ts';

export function PasswordWindow(props: { technician: EditedTechnician; onClose: () => void }) {
  const { t } = useTranslation('profile');
  const proof = useProofField();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [wasAgainLeft, setAgainLeft] = useState(false);
  const saving = useMutation({
    mutationFn: () => proof.withProof(() => changePassword(password)),
    onSuccess() {
      notifyDone(t('passwordWindow.done'));
      props.onClose();
    },
  });
  const fields = isApiError(saving.error) ? saving.error.fields : {};
  const isAtField = 'newPassword' in fields || 'password' in fields;
  const isDifferent = again !== '' && again !== password;
  return (
    <ApplyWindow
      title={t('passwordWindow.title')}
      applyLabel={t('passwordWindow.apply')}
      canApply={brokenPasswordRules(password).length === 0 && again === password}
      isBusy={saving.isPending}
      error={isAtField ? null : saving.error}
      onApply={() => saving.mutate()}
      onClose={props.onClose}
    >
      <Text c="dimmed" size="sm">
        {t('passwordWindow.hint')}
      </Text>
      {proof.field}
      {/* For password managers: whose password it is. */}
      <input type="hidden" autoComplete="username" value={props.technician.email} readOnly />
      <NewPasswordField
        label={t('passwordWindow.new')}
        data-autofocus={proof.field ? undefined : true}
        value={password}
        error={fields.newPassword}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('passwordWindow.confirm')}
        autoComplete="new-password"
        value={again}
        error={wasAgainLeft && isDifferent && t('passwordWindow.different')}
        onBlur={() => setAgainLeft(true)}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
    </ApplyWindow>
  );
}
