import { Button, Stack, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import type { Session } from '#web/api/types.ts';
import {
  type PasskeyAnswer,
  passkeySignInOptions,
  signInByPasskey,
} from '../../data/second-step.ts';
import { arePasskeysPossible, passkeyProblem, showPasskey } from '../../parts/passkeys.ts';
import { useOfferedPasskey } from './use-offered-passkey.ts';

/**
 * Signs in with a passkey alone: by the button, or as the browser offers it in the field of the
 * username. Nothing where passkeys cannot work.
 */
export function PasskeySignIn(props: { onEnter: (session: Session) => Promise<void> }) {
  const { t } = useTranslation('security');
  const entering = useMutation({
    mutationFn: async (picked: PasskeyAnswer | null) =>
      signInByPasskey(picked ?? (await showPasskey(await passkeySignInOptions()))),
    onSuccess: props.onEnter,
  });
  const show = (picked: PasskeyAnswer | null) => {
    if (!entering.isPending) entering.mutate(picked);
  };
  // One that the server has refused is not offered again: it would be refused again.
  const isPaused = entering.isPending || isApiError(entering.error);
  useOfferedPasskey({ isPaused, onPicked: show });
  if (!arePasskeysPossible()) return null;
  return (
    <Stack gap="xs">
      <Button
        variant="default"
        leftSection={<IconFingerprint size="1.125rem" aria-hidden />}
        loading={entering.isPending}
        onClick={() => show(null)}
      >
        {t('entrance.passkey')}
      </Button>
      {entering.isError && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {passkeyProblem(entering.error)}
        </Text>
      )}
    </Stack>
  );
}
