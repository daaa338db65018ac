import { useTranslation } from 'react-i18next';
import { SEVERITIES } from '#shared/alerts.ts';
import { TICKET_PRIORITIES } from '#shared/tickets.ts';
import type { ActivityEntry } from '../../data/dashboard.ts';

/** What happened in the reader's words; without a name: by itself. */
export function useActivityText(): (entry: ActivityEntry) => { name: string | null; text: string } {
  const { t } = useTranslation(['dashboard', 'common']);
  return ({ kind, actor, value: noted }) => {
    const severity = SEVERITIES.find((word) => word === noted);
    const priority = TICKET_PRIORITIES.find((word) => word === noted);
    const value = severity
      ? t(`severity.${severity}`)
      : kind === 'priority' && priority
        ? t(`common:ticketPriority.${priority}`)
        : (noted ?? '');
    switch (kind) {
      case 'deviceEnrolled':
      case 'deviceOnline':
      case 'deviceOffline':
      case 'deviceStale':
        return { name: null, text: t(`activity.itself.${kind}`) };
      default:
        return actor.kind === 'system'
          ? { name: null, text: t(`activity.itself.${kind}`, { value }) }
          : {
              name: actor.name || t('activity.somebody'),
              text: t(`activity.by.${kind}`, { value }),
            };
    }
  };
}
