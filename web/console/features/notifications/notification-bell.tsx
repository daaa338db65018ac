import { ActionIcon, Indicator, Popover, VisuallyHidden } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitleCount } from '#web/ui/document-title.ts';
import { LoadingRows } from '#web/ui/states.tsx';
import { notificationsQuery } from '../../data/notifications.ts';
import { useUnreadText } from './notification-words.ts';
import { useArrivals } from './use-arrivals.ts';

const NotificationList = lazy(() =>
  import('./notification-list.tsx').then((m) => ({ default: m.NotificationList })),
);

/** How much is unread, here and in the tab's title; behind it the list. */
export function NotificationBell() {
  const { t } = useTranslation('notifications');
  const [isOpen, setOpen] = useState(false);
  const notifications = useInfiniteQuery(notificationsQuery);
  const pages = notifications.data?.pages ?? [];
  const count = pages[0]?.unreadCount ?? 0;
  const unread = useUnreadText(count);
  const arrived = useArrivals(pages[0]?.items);
  useTitleCount(unread);
  return (
    <>
      <Indicator label={unread} size="1rem" offset={7} color="red" disabled={count === 0}>
        <Popover
          width="min(26rem, 100vw - 1rem)"
          position="bottom-end"
          shadow="md"
          trapFocus
          returnFocus
          opened={isOpen}
          onChange={setOpen}
        >
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={count > 0 ? t('bell', { count }) : t('title')}
              onClick={() => setOpen(!isOpen)}
            >
              <IconBell size="1.25rem" stroke={1.5} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown p={0}>
            <Suspense fallback={<LoadingRows rows={3} height="3rem" />}>
              <NotificationList onLeave={() => setOpen(false)} />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      </Indicator>
      <VisuallyHidden role="status">
        {arrived > 0 ? t('arrived', { count: arrived }) : ''}
      </VisuallyHidden>
    </>
  );
}
