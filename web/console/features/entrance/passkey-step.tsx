import { Button, Stack, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { secondStepOptions } from '../../data/second-step.ts';
import { passkeyProblem, showPasskey } from '../../parts/passkeys.ts';
import type { StepProps } from './step-props.ts';

export function PasskeyStep({ isBusy, error, onShow, onExpired }: StepProps) {
  const { t } = useTranslation('security');
  const asking = useMutation({
    mutationFn: async () => showPasskey(await secondStepOptions()),
    onSuccess: (credential) => onShow({ factor: 'passkey', credential }),
    onError: (problem) => {
      if (isApiError(problem, 'signInExpired')) onExpired(problem);
    },
  });
  const problem = asking.error ?? error;
  return (
    <Stack>
      <Text>{t('entrance.passkeyText')}</Text>
      {Boolean(problem) && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {passkeyProblem(problem)}
        </Text>
      )}
      <Button
        autoFocus
        leftSection={<IconFingerprint size="1.125rem" aria-hidden />}
        loading={isBusy || asking.isPending}
        onClick={() => asking.mutate()}
      >
        {t('entrance.passkey')}
      </Button>
    </Stack>
  );
}
