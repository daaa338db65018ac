import { Text, VisuallyHidden } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '#web/ui/person.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import {
  type Notification,
  notificationsQuery,
  readNotification,
} from '../../data/notifications.ts';
import classes from './notification-list.module.css';
import { placeOf, subjectOf, useNotificationLine } from './notification-words.ts';

/** One line of the list; it is read by going where it leads. */
export function NotificationItem(props: { notification: Notification; onLeave: () => void }) {
  const { t } = useTranslation('notifications');
  const line = useNotificationLine();
  const client = useQueryClient();
  const { notification } = props;
  const { ticket, actor, excerpt, createdAt } = notification;
  const isUnread = notification.readAt === null;
  const read = useMutation({
    mutationFn: () => readNotification(notification.id),
    // Gone meanwhile or not reached: the ticket says the same when it is opened.
    onSettled: () => client.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
  });
  return (
    <li>
      <Link
        {...placeOf(notification)}
        className={classes.item}
        data-unread={isUnread || undefined}
        onClick={() => {
          if (isUnread) read.mutate();
          props.onLeave();
        }}
      >
        <PersonAvatar
          name={actor.name || (ticket ? t('somebody') : 'Portico')}
          pictureUrl={actor.pictureUrl}
          size="2rem"
          color={actor.kind === 'contact' ? 'gray' : 'accent'}
        />
        <span className={classes.text}>
          <Text span fw={isUnread ? 600 : undefined} size="sm" lineClamp={2}>
            {isUnread && <VisuallyHidden>{t('unread')}: </VisuallyHidden>}
            {line(notification)}
          </Text>
          <Text span size="sm" truncate>
            {subjectOf(notification)}
          </Text>
          {ticket && excerpt && (
            <Text span size="sm" c="dimmed" truncate>
              {excerpt}
            </Text>
          )}
        </span>
        <RelativeTime at={createdAt} fz="xs" c="dimmed" />
      </Link>
    </li>
  );
}
