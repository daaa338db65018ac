/** What a technician can be told of, in the order in which it is offered. */
export const NOTIFICATION_KINDS = ['assigned', 'reply', 'newTicket', 'mention', 'alert'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** The ways on which he can be told. */
export const NOTIFICATION_CHANNELS = ['console', 'email'] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

export type NotificationChoices = Record<NotificationKind, Record<NotificationChannel, boolean>>;

/**
 * For who has not chosen: all that is meant for him personally on both ways. A mail for each new
 * ticket of the company is for those who ask for it.
 */
export const DEFAULT_NOTIFICATION_CHOICES: NotificationChoices = {
  assigned: { console: true, email: true },
  reply: { console: true, email: true },
  newTicket: { console: true, email: false },
  mention: { console: true, email: true },
  alert: { console: true, email: true },
};
