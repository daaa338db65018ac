import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazyRouteComponent, Outlet, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { changeLanguage } from '#web/i18n/i18n.ts';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { saveLanguage, takeChosenLanguage } from '../data/language.ts';
import { useLivePortal } from '../data/live.ts';
import { isPreview } from '../data/preview-mode.ts';
import { keepSession, type PortalSession, sessionQuery, useIsExpired } from '../data/session.ts';

const FirstPasswordPage = lazyRouteComponent(
  () => import('../features/password/first-password-page.tsx'),
  'FirstPasswordPage',
);
const SignInPage = lazyRouteComponent(
  () => import('../features/sign-in/sign-in-page.tsx'),
  'SignInPage',
);
const SignInAgain = lazyRouteComponent(
  () => import('../features/sign-in/sign-in-again.tsx'),
  'SignInAgain',
);

/** Shows the page behind it to who is signed in, and to everybody else the way there. */
export function MembersOnly() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: session, error, refetch } = useQuery(sessionQuery(client));
  const isExpired = useIsExpired();

  function enter(fresh: PortalSession) {
    const isSomebodyElse = session && session.contact.id !== fresh.contact.id;
    keepSession(client, fresh);
    void client.invalidateQueries();
    // What the one before was looking at is none of the new one's business.
    if (isSomebodyElse) void navigate({ to: '/' });
  }

  if (session === undefined) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingRows />;
  }
  if (session === null || session.mustChangePassword) {
    return (
      <Suspense fallback={<LoadingRows />}>
        {session ? <FirstPasswordPage onDone={enter} /> : <SignInPage onEnter={enter} />}
      </Suspense>
    );
  }
  return (
    <>
      {isPreview ? <Outlet /> : <Member key={session.contact.id} session={session} />}
      <Suspense>
        {isExpired && <SignInAgain username={session.contact.username} onEnter={enter} />}
      </Suspense>
    </>
  );
}

function Member({ session }: { session: PortalSession }) {
  useLivePortal();
  useOwnLanguage(session);
  return <Outlet />;
}

/**
 * A contact reads in the language of his profile. Who chose another one on the sign-in page meant
 * it: the profile takes it over.
 */
function useOwnLanguage(session: PortalSession): void {
  const client = useQueryClient();
  const { language } = session.contact;
  useEffect(() => {
    const chosen = takeChosenLanguage(client);
    if (chosen === null || chosen === language) void changeLanguage(language);
    else void saveLanguage(client, chosen);
  }, [client, language]);
}
