import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { isApiError } from '#web/api/problem.ts';

/** A toast that says what happened; `message` may hold a link to it. */
export function notifyDone(message: ReactNode): void {
  notifications.show({ message, color: 'green', closeButtonProps: closeButton() });
}

/** A toast for an action that failed where no form shows it. */
export function notifyProblem(error: unknown): void {
  notifications.show({
    message: messageOf(error),
    color: 'red',
    autoClose: 10_000,
    closeButtonProps: closeButton(),
  });
}

const closeButton = () => ({ 'aria-label': i18next.t('common:close') });

/** The sentence for the reader: the server's own, or what can be said without one. */
export function messageOf(error: unknown): string {
  if (isApiError(error, 'network')) return i18next.t('common:states.offlineTitle');
  if (isApiError(error)) {
    const [first] = Object.values(error.fields);
    return first && error.code === 'invalid' ? first : error.detail;
  }
  return i18next.t('common:states.errorTitle');
}
