import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { messageOf } from '#web/ui/notify.ts';
import { isProofFresh, proveAgain } from '../data/profile.ts';
import { sessionQuery, useSession } from '../data/session.ts';

/** What is typed by a form that has room for the current password itself. */
export interface ProofField {
  /** The field, or nothing while the last proof is fresh. */
  field: ReactNode;
  /** Proves if need be, then calls. Throws what either of them says; a wrong password stands at the field. */
  withProof<T>(call: () => Promise<T>): Promise<T>;
}

/** For the windows that change how somebody signs in: the current password is one of their fields. */
export function useProofField(): ProofField {
  const { t } = useTranslation('profile');
  const session = useSession();
  const client = useQueryClient();
  const [isAsked, setAsked] = useState(() => !isProofFresh(session));
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  return {
    async withProof(call) {
      setProblem(null);
      if (isAsked) {
        try {
          client.setQueryData(sessionQuery.queryKey, await proveAgain(password));
          setAsked(false);
        } catch (error) {
          setProblem(messageOf(error));
          throw error;
        }
      }
      try {
        return await call();
      } catch (error) {
        // It grew too old while the window was open.
        if (isApiError(error, 'proofRequired')) setAsked(true);
        throw error;
      }
    },
    field: isAsked && (
      <PasswordInput
        label={t('proof.current')}
        description={t('proof.why')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        error={problem}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    ),
  };
}

/**
 * For buttons: `withProof` makes the call and, when the server wants a fresh proof, asks for the
 * password in a window and repeats it. Render `proofWindow` somewhere.
 */
export function useProof(): {
  withProof<T>(call: () => Promise<T>): Promise<T>;
  proofWindow: ReactNode;
} {
  const [asking, setAsking] = useState<{ goOn: () => void; giveUp: () => void } | null>(null);
  return {
    async withProof(call) {
      try {
        return await call();
      } catch (error) {
        if (!isApiError(error, 'proofRequired')) throw error;
        await new Promise<void>((resolve, reject) =>
          setAsking({ goOn: resolve, giveUp: () => reject(error) }),
        ).finally(() => setAsking(null));
        return call();
      }
    },
    proofWindow: asking && <ProofWindow onProved={asking.goOn} onClose={asking.giveUp} />,
  };
}

function ProofWindow(props: { onProved: () => void; onClose: () => void }) {
  const { t } = useTranslation(['profile', 'common']);
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function prove(event: FormEvent) {
    event.preventDefault();
    // The form that asked lies around this one in React's tree.
    event.stopPropagation();
    if (isBusy) return;
    setBusy(true);
    try {
      client.setQueryData(sessionQuery.queryKey, await proveAgain(password));
      props.onProved();
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  }
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('proof.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={prove} noValidate>
        <Stack>
          <Text>{t('proof.why')}</Text>
          <PasswordInput
            label={t('proof.current')}
            autoComplete="current-password"
            data-autofocus
            value={password}
            error={problem}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {t('proof.goOn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
