import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazyRouteComponent, Outlet, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '#shared/languages.ts';
import { changeLanguage } from '#web/i18n/i18n.ts';
import { hasRememberedLanguage } from '#web/i18n/language.ts';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { useLivePortal } from '../data/live.ts';
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
      <Member key={session.contact.id} session={session} />
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

/** A contact reads in the language of his profile, unless this browser was told another one. */
function useOwnLanguage(session: PortalSession): void {
  const { i18n } = useTranslation();
  const isDone = useRef(false);
  const { language } = session.contact;
  useEffect(() => {
    if (isDone.current || hasRememberedLanguage() || !isLanguage(language)) return;
    isDone.current = true;
    if (i18n.language !== language) void changeLanguage(language);
  }, [i18n, language]);
}
