import { Anchor, Button, Divider, Stack, Text, Title } from '@mantine/core';
import { IconDeviceMobile, IconFingerprint, IconLifebuoy } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import type { PendingSignIn, Session } from '#web/api/types.ts';
import { type ShownFactor, takeSecondStep } from '../../data/second-step.ts';
import { arePasskeysPossible } from '../../parts/passkeys.ts';
import { PasskeyStep } from './passkey-step.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import classes from './second-step.module.css';
import { TotpStep } from './totp-step.tsx';

type Factor = PendingSignIn['secondFactor'][number];

const ICONS = { totp: IconDeviceMobile, passkey: IconFingerprint, recoveryCode: IconLifebuoy };
const NAMES = {
  totp: 'app.title',
  passkey: 'entrance.byPasskey',
  recoveryCode: 'entrance.recoveryCode',
} as const;

/** After the password: one of the ways that the account has. */
export function SecondStep(props: {
  factors: Factor[];
  onEnter: (session: Session) => Promise<void>;
  /** Also when it took too long; the error says so then. */
  onBack: (error: unknown) => void;
}) {
  const { t } = useTranslation('security');
  const factors = props.factors.filter((known) => known !== 'passkey' || arePasskeysPossible());
  const [factor, setFactor] = useState<Factor>(factors[0] ?? 'recoveryCode');
  const others = factors.filter((known) => known !== factor);
  const taking = useMutation({
    mutationFn: (shown: ShownFactor) => takeSecondStep(shown),
    onSuccess: props.onEnter,
    onError: (error) => {
      if (isApiError(error, 'signInExpired')) props.onBack(error);
    },
  });
  const step = {
    isBusy: taking.isPending,
    error: taking.error,
    onShow: (shown: ShownFactor) => {
      if (!taking.isPending) taking.mutate(shown);
    },
    onExpired: props.onBack,
  };
  return (
    <Stack>
      <Title order={1}>{t('entrance.title')}</Title>
      {factor === 'totp' && <TotpStep {...step} />}
      {factor === 'passkey' && <PasskeyStep {...step} />}
      {factor === 'recoveryCode' && <RecoveryStep {...step} />}
      {others.length > 0 && <Divider label={t('entrance.otherWays')} />}
      <Stack gap="sm">
        {others.map((other) => {
          const Icon = ICONS[other];
          return (
            <Button
              key={other}
              variant="default"
              className={classes.choice}
              classNames={{ label: classes.choiceLabel }}
              leftSection={<Icon size="1.125rem" aria-hidden />}
              onClick={() => {
                taking.reset();
                setFactor(other);
              }}
            >
              {t(NAMES[other])}
            </Button>
          );
        })}
      </Stack>
      {factor === 'recoveryCode' && (
        <Text size="sm" c="dimmed">
          {t('entrance.lost')}
        </Text>
      )}
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="start"
        onClick={() => props.onBack(null)}
      >
        {t('entrance.back')}
      </Anchor>
    </Stack>
  );
}
