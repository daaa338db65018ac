import { Badge, Button, Divider, Group } from '@mantine/core';
import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { notifyDone, notifyProblem } from './notify.ts';
import { Row } from './row.tsx';
import { Since } from './since.tsx';
import { ErrorState, LoadingRows } from './states.tsx';

interface OwnSession {
  id: number;
  isCurrent: boolean;
  signedInAt: string;
  lastSeenAt: string;
  browser: string | null;
  system: string | null;
  userAgent: string | null;
  /** Where it is told. */
  ip?: string | null;
}

/** How the sessions of whoever is signed in are asked for and ended: technicians and contacts differ. */
export interface SessionsAccess {
  query: { queryKey: QueryKey; queryFn: () => Promise<{ items: OwnSession[] }> };
  end: (id: number) => Promise<unknown>;
  endOthers: () => Promise<{ ended: number }>;
}

/** Where one is signed in, and out again with a click: signing in anew undoes it. */
export function OwnSessions({ access }: { access: SessionsAccess }) {
  const sessions = useQuery(access.query);
  return (
    <>
      {sessions.isPending && <LoadingRows rows={2} />}
      {sessions.isError && (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      {sessions.data?.items.map((session) => (
        <Fragment key={session.id}>
          <Divider />
          <SessionRow session={session} access={access} />
        </Fragment>
      ))}
    </>
  );
}

/** Ends all but the present one; nothing where there are not at least so many. */
export function EndOtherSessions({ access, from }: { access: SessionsAccess; from: number }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const sessions = useQuery(access.query);
  const ending = useMutation({
    mutationFn: access.endOthers,
    async onSuccess({ ended }) {
      await client.invalidateQueries({ queryKey: access.query.queryKey });
      notifyDone(t('sessions.endedOthers', { count: ended }));
    },
    onError: notifyProblem,
  });
  if ((sessions.data?.items.length ?? 0) < from) return null;
  return (
    <Button variant="default" loading={ending.isPending} onClick={() => ending.mutate()}>
      {t('sessions.endOthers')}
    </Button>
  );
}

function SessionRow({ session, access }: { session: OwnSession; access: SessionsAccess }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const formats = useFormats();
  const name = useNameOf(session);
  const ending = useMutation({
    mutationFn: () => access.end(session.id),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: access.query.queryKey });
      notifyDone(t('sessions.ended', { session: name }));
    },
    onError: notifyProblem,
  });
  return (
    <Row
      title={
        <Group gap="sm">
          {name}
          {session.isCurrent && (
            <Badge color="accent" variant="light" tt="none">
              {t('sessions.current')}
            </Badge>
          )}
        </Group>
      }
      actions={
        // The present one is left by signing out.
        !session.isCurrent && (
          <Button
            variant="default"
            aria-label={t('sessions.endLabel', { session: name })}
            loading={ending.isPending}
            onClick={() => ending.mutate()}
          >
            {t('sessions.end')}
          </Button>
        )
      }
    >
      {[session.ip, t('sessions.since', { date: formats.date(session.signedInAt) })]
        .filter(Boolean)
        .join(' · ')}
      {' · '}
      <Since at={session.lastSeenAt} phrase={(when) => t('sessions.lastSeen', { when })} />
    </Row>
  );
}

/** In words where the browser is one of the usual ones, else as it calls itself. */
function useNameOf({ browser, system, userAgent }: OwnSession): string {
  const { t } = useTranslation('security');
  if (browser && system) return t('sessions.on', { browser, system });
  return browser ?? system ?? userAgent ?? t('sessions.unknown');
}
