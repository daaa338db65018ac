import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { changeUsername } from '../../data/profile.ts';
import { ApplyWindow } from '../../parts/apply-window.tsx';
import { useProofField } from '../../parts/proof.tsx';
import { type EditedTechnician, nameOf } from './edited-technician.ts';

export function UsernameWindow(props: {
  technician: EditedTechnician;
  isOwn: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('profile');
  const client = useQueryClient();
  const { technician, isOwn } = props;
  const proof = useProofField();
  const [email, setEmail] = useState(technician.email);
  const saving = useMutation({
    mutationFn: () =>
      proof.withProof(() => changeUsername(isOwn ? null : technician.id, email.trim())),
    async onSuccess() {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['session'] }),
        client.invalidateQueries({ queryKey: ['technician'] }),
      ]);
      notifyDone(t('usernameWindow.done', { email: email.trim().toLowerCase() }));
      props.onClose();
    },
  });
  const fields = isApiError(saving.error) ? saving.error.fields : {};
  const isAtField = 'email' in fields || 'password' in fields;
  return (
    <ApplyWindow
      title={t('usernameWindow.title')}
      applyLabel={t('usernameWindow.apply')}
      canApply={email.trim() !== '' && email.trim() !== technician.email}
      isBusy={saving.isPending}
      error={isAtField ? null : saving.error}
      onApply={() => saving.mutate()}
      onClose={props.onClose}
    >
      <TextInput
        label={t('usernameWindow.new')}
        description={t(isOwn ? 'usernameWindow.hint' : 'usernameWindow.hintOther', {
          name: nameOf(technician),
        })}
        type="email"
        autoComplete={isOwn ? 'username' : 'off'}
        data-autofocus
        value={email}
        error={fields.email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {proof.field}
    </ApplyWindow>
  );
}
