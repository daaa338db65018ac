import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { type Passkey, renamePasskey, twoFactorQuery } from '../../data/two-factor.ts';
import { ApplyWindow } from '../../parts/apply-window.tsx';

export function RenamePasskeyModal({
  passkey,
  onClose,
}: {
  passkey: Passkey;
  onClose: () => void;
}) {
  const { t } = useTranslation(['security', 'common']);
  const client = useQueryClient();
  const [name, setName] = useState(passkey.name);
  const given = name.trim();
  const renaming = useMutation({
    mutationFn: () => renamePasskey(passkey.id, given),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: twoFactorQuery.queryKey });
      onClose();
    },
  });
  return (
    <ApplyWindow
      title={t('passkeys.renameTitle')}
      applyLabel={t('common:save')}
      canApply={given !== '' && given !== passkey.name}
      isBusy={renaming.isPending}
      error={renaming.error}
      onApply={() => renaming.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t('passkeys.name')}
        maxLength={LIMITS.nameChars}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </ApplyWindow>
  );
}
