import { Box, Button, Group, ScrollArea, Title } from '@mantine/core';
import { IconBellCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { LoadMore } from '#web/ui/load-more.tsx';
import { notifyProblem } from '#web/ui/notify.ts';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { notificationsQuery, readNotifications } from '../../data/notifications.ts';
import { NotificationItem } from './notification-item.tsx';
import classes from './notification-list.module.css';

/** What one was told of; each line leads to its ticket. */
export function NotificationList({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('notifications');
  const client = useQueryClient();
  const notifications = useInfiniteQuery(notificationsQuery);
  const pages = notifications.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const [newest] = items;
  const readAll = useMutation({
    mutationFn: (upTo: number) => readNotifications({ upTo }),
    onSuccess: () => client.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
    onError: notifyProblem,
  });
  return (
    <section aria-label={t('title')}>
      <Group justify="space-between" className={classes.head}>
        <Title order={2}>{t('title')}</Title>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={(pages[0]?.unreadCount ?? 0) === 0}
          loading={readAll.isPending}
          onClick={() => newest && readAll.mutate(newest.id)}
        >
          {t('markAllRead')}
        </Button>
      </Group>
      <ScrollArea.Autosize mah="min(32rem, 70vh)" type="auto">
        {notifications.isPending && <LoadingRows rows={3} height="3rem" />}
        {notifications.isError && (
          <ErrorState error={notifications.error} onRetry={() => notifications.refetch()} />
        )}
        {notifications.isSuccess && items.length === 0 && (
          <EmptyState icon={IconBellCheck} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        )}
        {items.length > 0 && (
          <ul className={classes.list}>
            {items.map((item) => (
              <NotificationItem key={item.id} notification={item} onLeave={onLeave} />
            ))}
          </ul>
        )}
        <LoadMore
          hasMore={notifications.hasNextPage}
          isLoading={notifications.isFetchingNextPage}
          onLoad={() => void notifications.fetchNextPage()}
        />
      </ScrollArea.Autosize>
      <Box className={classes.foot}>
        <AnchorLink to="/profile/notifications" size="sm" onClick={onLeave}>
          {t('choose')}
        </AnchorLink>
      </Box>
    </section>
  );
}
