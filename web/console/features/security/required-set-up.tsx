import { Anchor, Button, Divider, Stack, Text, Title } from '@mantine/core';
import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '#web/ui/document-title.ts';
import { notifyProblem } from '#web/ui/notify.ts';
import { sessionQuery, signOut, useSession } from '../../data/session.ts';
import type { NewFactor } from '../../data/two-factor.ts';
import { arePasskeysPossible } from '../../parts/passkeys.ts';
import { AddPasskey } from './add-passkey.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpApp } from './set-up-app.tsx';
import { useBeginApp } from './use-begin-app.tsx';

/** All that somebody sees whose role requires a second step, until there is one. */
export function RequiredSetUp(props: { onDone: () => void; onLeave: () => void }) {
  const { t } = useTranslation(['security', 'common']);
  const { technician } = useSession();
  const client = useQueryClient();
  const app = useBeginApp();
  const [isAdding, setAdding] = useState(false);
  const [codes, setCodes] = useState<string[] | null>(null);
  useDocumentTitle(t('required.title'));
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: props.onLeave,
    onError: notifyProblem,
  });

  const finish = ({ recoveryCodes }: NewFactor) =>
    recoveryCodes ? setCodes(recoveryCodes) : goOn();
  async function goOn() {
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    props.onDone();
  }

  if (codes) {
    return (
      <Stack>
        <Title order={1}>{t('codes.newTitle')}</Title>
        <RecoveryCodes codes={codes} onDone={() => void goOn()} />
      </Stack>
    );
  }
  return (
    <Stack>
      <Title order={1}>{t('required.title')}</Title>
      <Text>{t('required.text', { role: technician.role.name })}</Text>
      {app.app && (
        <SetUpApp
          app={app.app}
          cancelLabel={t('required.other')}
          onDone={finish}
          onCancel={app.forget}
        />
      )}
      {isAdding && (
        <AddPasskey
          cancelLabel={t('required.other')}
          onDone={finish}
          onCancel={() => setAdding(false)}
        />
      )}
      {!app.app && !isAdding && (
        <Choices isBusy={app.isBusy} onApp={app.begin} onPasskey={() => setAdding(true)} />
      )}
      {app.proofWindow}
      <Divider />
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="start"
        disabled={leaving.isPending}
        onClick={() => leaving.mutate()}
      >
        {t('common:signOut')}
      </Anchor>
    </Stack>
  );
}

function Choices(props: { isBusy: boolean; onApp: () => void; onPasskey: () => void }) {
  const { t } = useTranslation('security');
  return (
    <Stack>
      <Stack gap="xs">
        <Button
          leftSection={<IconDeviceMobile size="1.125rem" aria-hidden />}
          loading={props.isBusy}
          onClick={props.onApp}
        >
          {t('app.setUp')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('app.text')}
        </Text>
      </Stack>
      {arePasskeysPossible() && (
        <Stack gap="xs">
          <Button
            variant="default"
            leftSection={<IconFingerprint size="1.125rem" aria-hidden />}
            onClick={props.onPasskey}
          >
            {t('passkeys.add')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('passkeys.text')}
          </Text>
        </Stack>
      )}
    </Stack>
  );
}
