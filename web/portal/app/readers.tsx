import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useSearch } from '@tanstack/react-router';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { sessionQuery } from '../data/session.ts';
import { useSite } from '../data/site.ts';
import { MembersOnly } from './members-only.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** Shows the knowledge base to whoever may read it, and to everybody else the way there. */
export function Readers() {
  const client = useQueryClient();
  const { data: site, error, refetch } = useSite();
  const { data: session } = useQuery(sessionQuery(client));
  const { signIn } = useSearch({ strict: false }) as { signIn?: boolean };
  if (!site)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingRows />;
  if (!site.showsKnowledgeBase) return <NotFoundPage />;
  const isWelcome = site.isKnowledgeBasePublic && !signIn;
  return session || isWelcome ? <Outlet /> : <MembersOnly />;
}
