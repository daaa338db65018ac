import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { isApiError } from '#web/api/problem.ts';
import { addPasskey, type NewFactor, newPasskeyOptions } from '../../data/two-factor.ts';
import { createPasskey, passkeyProblem } from '../../parts/passkeys.ts';
import { useProof } from '../../parts/proof.tsx';

/** Names a passkey and has the browser make it, once the password has been shown. */
export function AddPasskey(props: {
  cancelLabel: string;
  onDone: (made: NewFactor, name: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation(['security', 'common']);
  const { withProof, proofWindow } = useProof();
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const adding = useMutation({
    mutationFn: async (given: string) => {
      const credential = await createPasskey(await withProof(newPasskeyOptions));
      return addPasskey({ name: given, credential });
    },
    onSuccess: props.onDone,
  });
  const problem = isApiError(adding.error, 'proofRequired') ? null : adding.error;

  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const given = name.trim();
    setMissing(given === '');
    if (given !== '' && !adding.isPending) adding.mutate(given);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('passkeys.name')}
          description={t('passkeys.nameHint')}
          maxLength={LIMITS.nameChars}
          data-autofocus
          value={name}
          error={isMissing ? t('common:requiredField') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {problem && (
          <Alert color="red" role="alert">
            {passkeyProblem(problem)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onCancel}>
            {props.cancelLabel}
          </Button>
          <Button type="submit" loading={adding.isPending}>
            {t('passkeys.add')}
          </Button>
        </Group>
      </Stack>
      {proofWindow}
    </form>
  );
}
