import { useTranslation } from 'react-i18next';
import type { Notification } from '../../data/notifications.ts';

/** Above this a number says no more than "many". */
const COUNTED_MAX = 99;

/** "Ada Moreno mentioned you". */
export function useNotificationLine(): (notification: Notification) => string {
  const { t } = useTranslation('notifications');
  return ({ kind, message, actor, alert }) => {
    if (kind === 'alert') return t('lines.alert', { count: alert?.count ?? 1 });
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

/** What it is about, on one line. */
export const subjectOf = ({ ticket, excerpt }: Notification) =>
  ticket ? `#${ticket.number} ${ticket.subject}` : excerpt;

/** Where a notification leads: the ticket, at the message, or the alert; of many the list of them. */
export function placeOf({ ticket, message, alert }: Notification) {
  if (!ticket) {
    const place: string = alert?.count === 1 ? `/alerts/${alert.id}` : '/alerts';
    return { to: place };
  }
  return {
    to: '/tickets/$number',
    params: { number: String(ticket.number) },
    hash: message ? `message-${message.id}` : '',
  } as const;
}
