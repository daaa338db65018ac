import { Badge, Button, Divider, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { useMinute } from '#web/ui/minute.ts';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import {
  endOtherSessions,
  endSession,
  type OwnSession,
  ownSessionsQuery,
} from '../../data/own-sessions.ts';

/** Where the contact is signed in, and out again with a click: signing in anew undoes it. */
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
    <Stack>
      <Text c="dimmed">{t('sessions.text')}</Text>
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
      {items.length > 2 && (
        <Group>
          <Button variant="default" loading={ending.isPending} onClick={() => ending.mutate()}>
            {t('sessions.endOthers')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function SessionRow({ session }: { session: OwnSession }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const formats = useFormats();
  const now = Math.max(useMinute(), Date.parse(session.lastSeenAt));
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
    <Group justify="space-between">
      <div>
        <Group gap="sm">
          <Text fw={500}>{name}</Text>
          {session.isCurrent && (
            <Badge variant="light" tt="none">
              {t('sessions.current')}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t('sessions.since', { date: formats.date(session.signedInAt) })}
          {' · '}
          {t('sessions.lastSeen', { when: formats.relative(session.lastSeenAt, now, 'long') })}
        </Text>
      </div>
      {
        // The present one is left by the button at the end of the page.
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
    </Group>
  );
}

/** In words where the browser is one of the usual ones, else as it calls itself. */
function useNameOf({ browser, system, userAgent }: OwnSession): string {
  const { t } = useTranslation('security');
  if (browser && system) return t('sessions.on', { browser, system });
  return browser ?? system ?? userAgent ?? t('sessions.unknown');
}
