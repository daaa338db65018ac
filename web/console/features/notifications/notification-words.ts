import { useTranslation } from 'react-i18next';
import type { Notification } from '../../data/notifications.ts';

/** Above this a number says no more than "many". */
const COUNTED_MAX = 99;

/** "Ada Moreno mentioned you". */
export function useNotificationLine(): (notification: Notification) => string {
  const { t } = useTranslation('notifications');
  return ({ kind, message, actor }) => {
    const name = actor.name || t('somebody');
    if (kind !== 'reply') return t(`lines.${kind}`, { name });
    return message?.kind === 'note' || message?.kind === 'reply'
      ? t(`lines.${message.kind}`, { name })
      : t('lines.message', { name });
  };
}

/** As it stands on the bell and in the tab's title; empty for none. */
export function useUnreadText(count: number): string {
  const { t } = useTranslation('notifications');
  if (count === 0) return '';
  return count > COUNTED_MAX ? t('many') : String(count);
}

/** Where a notification leads: the ticket, at the message. */
export function placeOf({ ticket, message }: Notification) {
  return {
    to: '/tickets/$number',
    params: { number: String(ticket.number) },
    hash: message ? `message-${message.id}` : '',
  } as const;
}
