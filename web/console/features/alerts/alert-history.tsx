import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SEVERITIES } from '#shared/alerts.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { LoadMore } from '#web/ui/load-more.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { type AlertEvent, alertEventsQuery } from '../../data/alerts.ts';

const RESOLVERS = ['person', 'source', 'ticket', 'system'] as const;

/** What another system has said, and not we by ourselves. */
const SAID_BY_SOURCE: readonly AlertEvent['kind'][] = ['raised', 'reopened', 'severity'];

/**
 * What has become of an alert, the newest first.
 * @param props.sourceName the system that sends it, if it is another one
 */
export function AlertHistory({ id, sourceName }: { id: number; sourceName: string | null }) {
  const events = useInfiniteQuery(alertEventsQuery(id));
  const { t } = useTranslation('alerts');
  const describe = useEventText();
  const nameOf = ({ actor, kind }: AlertEvent) => {
    if (actor.kind !== 'system') return actor.name;
    // What acts by itself has names for the log only.
    return (SAID_BY_SOURCE.includes(kind) && sourceName) || t('system');
  };
  if (events.isPending) return <LoadingRows rows={3} height="1.5rem" />;
  if (events.isError) return <ErrorState error={events.error} onRetry={() => events.refetch()} />;
  return (
    <Stack gap="sm">
      {events.data.pages
        .flatMap((page) => page.items)
        .map((event) => (
          <Text key={event.id} size="sm">
            <Text span inherit fw={600}>
              {nameOf(event)}
            </Text>{' '}
            {describe(event)} · <RelativeTime at={event.createdAt} c="dimmed" />
          </Text>
        ))}
      <LoadMore
        hasMore={events.hasNextPage}
        isLoading={events.isFetchingNextPage}
        onLoad={() => void events.fetchNextPage()}
      />
    </Stack>
  );
}

/** An event as a sentence without its subject. */
function useEventText(): (event: AlertEvent) => string {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const severity = (value: unknown) => {
    const known = SEVERITIES.find((word) => word === value);
    return known ? t(`severities.${known}`) : '';
  };
  return ({ kind, details }) => {
    const by = RESOLVERS.find((word) => word === details.by) ?? 'system';
    return t(`events.${kind}`, {
      severity: severity(details.severity),
      from: severity(details.from),
      to: severity(details.to),
      time: typeof details.until === 'string' ? formats.shortDateTime(details.until) : '',
      by: t(`resolvedBy.${by}`),
      number: String(details.number ?? ''),
    });
  };
}
