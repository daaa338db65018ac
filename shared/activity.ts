/** What is told of as the newest activity: on tickets, of alerts, of devices. */
export const ACTIVITY_KINDS = [
  'opened',
  'replied',
  'noted',
  'wrote',
  'assigned',
  'unassigned',
  'priority',
  'resolved',
  'closed',
  'reopened',
  'alertRaised',
  'alertReopened',
  'alertSeverity',
  'alertAcknowledged',
  'alertSnoozed',
  'alertResolved',
  'deviceEnrolled',
  'deviceOnline',
  'deviceOffline',
  'deviceStale',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Entries of one answer at most. */
export const ACTIVITY_MAX = 50;
