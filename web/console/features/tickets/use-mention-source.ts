import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type MentionSource, peopleNamed } from '#web/ui/mention-source.ts';
import { mentionableQuery } from '../../data/notifications.ts';

const SHOWN_MAX = 8;

/** Colleagues who may see the ticket: asked for when the first @ is typed. */
export function useMentionSource(number: number): MentionSource {
  const client = useQueryClient();
  const { t } = useTranslation('notifications');
  return {
    async find(typed) {
      const { items } = await client.ensureQueryData(mentionableQuery(number));
      return peopleNamed(items, typed, SHOWN_MAX);
    },
    label: t('mentions.label'),
    none: t('mentions.none'),
    found: (count) => t('mentions.found', { count }),
  };
}
