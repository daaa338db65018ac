import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Notification } from '../../data/notifications.ts';
import { placeOf, subjectOf, useNotificationLine } from './notification-words.ts';

const SHOWN_MS = 6_000;
const ID = 'notification-arrived';

export const hideArrivalToast = () => notifications.hide(ID);

/** One toast at a time: the newest of what came, or how much it was. Not on the ticket's own page. */
export function useArrivalToast(): (fresh: readonly Notification[]) => void {
  const { t } = useTranslation(['notifications', 'common']);
  const router = useRouter();
  const line = useNotificationLine();
  return (fresh) => {
    const [newest] = fresh;
    if (!newest) return;
    const place = placeOf(newest);
    const { pathname } = router.buildLocation(place);
    if (fresh.every((one) => router.buildLocation(placeOf(one)).pathname === here())) return;
    hideArrivalToast();
    notifications.show({
      id: ID,
      // The bell says it to those who hear the page; an alert would interrupt them.
      role: 'region',
      'aria-label': t('arrived', { count: fresh.length }),
      autoClose: SHOWN_MS,
      closeButtonProps: { 'aria-label': t('common:close') },
      title: fresh.length > 1 ? t('arrived', { count: fresh.length }) : line(newest),
      message: (
        <Anchor
          href={pathname}
          size="sm"
          onClick={(event) => {
            event.preventDefault();
            hideArrivalToast();
            void router.navigate(place);
          }}
        >
          <Text span inherit lineClamp={2}>
            {subjectOf(newest)}
          </Text>
        </Anchor>
      ),
    });
  };

  function here(): string {
    return router.state.location.pathname;
  }
}
