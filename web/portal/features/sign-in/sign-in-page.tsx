import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PortalSession } from '../../data/session.ts';
import { useSite } from '../../data/site.ts';
import { CardPage } from '../../parts/card-page.tsx';
import { Welcome } from '../../parts/welcome.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage(props: { onEnter: (session: PortalSession) => void }) {
  const { t } = useTranslation('portal');
  const { data: site } = useSite();
  const notice = useRouterState({ select: (state) => state.location.state.notice });
  return (
    <CardPage title={t('signIn.title')} lead={site && t('signIn.lead', { company: site.name })}>
      <Stack gap="lg">
        <Welcome />
        {notice && (
          <Alert color="green" role="status">
            {t(`signIn.${notice}`)}
          </Alert>
        )}
        <SignInForm onEnter={props.onEnter} />
        {site?.signIn.password && (
          <>
            <Anchor component={Link} to="/forgotten-password">
              {t('signIn.forgotten')}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t('signIn.firstTime')}
            </Text>
          </>
        )}
      </Stack>
    </CardPage>
  );
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Said on the sign-in page after what led there. */
    notice?: 'passwordSaved' | 'signedOut';
  }
}
