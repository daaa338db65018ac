import { Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type PortalSession, sessionQuery } from '../../data/session.ts';
import { NativeDialog } from '../../parts/native-dialog.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** On top of the page that was open when the session ended, so that nothing typed is lost. */
export function SignInAgain(props: {
  username: string;
  onEnter: (session: PortalSession) => void;
}) {
  const { t } = useTranslation('portal');
  useSignInElsewhere();
  return (
    <NativeDialog labelledBy="sign-in-again">
      <Stack>
        <Title order={2} id="sign-in-again">
          {t('signIn.againTitle')}
        </Title>
        <Text>{t('signIn.againLead')}</Text>
        <SignInForm username={props.username} onEnter={props.onEnter} />
      </Stack>
    </NativeDialog>
  );
}

/** The link that was mailed opens in another tab: who comes back from there is in here, too. */
function useSignInElsewhere(): void {
  const client = useQueryClient();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      void client.fetchQuery({ ...sessionQuery(client), staleTime: 0 }).catch(() => undefined);
    };
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client]);
}
