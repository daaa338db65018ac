import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PortalSession } from '../../data/session.ts';
import { NativeDialog } from '../../parts/native-dialog.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** On top of the page that was open when the session ended, so that nothing typed is lost. */
export function SignInAgain(props: {
  username: string;
  onEnter: (session: PortalSession) => void;
}) {
  const { t } = useTranslation('portal');
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
