import { Badge, Button, Divider, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import {
  endOtherSessions,
  endSession,
  type OwnSession,
  ownSessionsQuery,
} from '../../data/own-sessions.ts';
import { Row, Section } from './section.tsx';
import { Since } from './since.tsx';

/** Where one is signed in, and out again with a click: signing in anew undoes it. */
export function SessionsSection() {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const sessions = useQuery(ownSessionsQuery);
  const items = sessions.data?.items ?? [];
  const ending = useMutation({
    mutationFn: endOtherSessions,
    async onSuccess({ ended }) {
      await client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey });
      notifyDone(t('sessions.endedOthers', { count: ended }));
    },
    onError: notifyProblem,
  });
  return (
    <Section
      title={t('sessions.title')}
      text={t('sessions.text')}
      action={
        items.length > 1 && (
          <Button variant="default" loading={ending.isPending} onClick={() => ending.mutate()}>
            {t('sessions.endOthers')}
          </Button>
        )
      }
    >
      {sessions.isPending && <LoadingRows rows={2} />}
      {sessions.isError && (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      {items.map((session) => (
        <Fragment key={session.id}>
          <Divider />
          <SessionRow session={session} />
        </Fragment>
      ))}
    </Section>
  );
}

function SessionRow({ session }: { session: OwnSession }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const formats = useFormats();
  const name = useNameOf(session);
  const ending = useMutation({
    mutationFn: () => endSession(session.id),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey });
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
            <Badge color="accent" variant="light">
              {t('sessions.current')}
            </Badge>
          )}
        </Group>
      }
      actions={
        // The present one is left by the menu of the profile.
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
