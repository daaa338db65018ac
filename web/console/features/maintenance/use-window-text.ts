import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import type { MaintenanceWindow } from '../../data/maintenance.ts';
import { weekdayNames } from './weekdays.ts';
import { clockOf } from './window-values.ts';

/** When a maintenance window is, in a line. */
export function useWindowText(): (time: MaintenanceWindow['time']) => string {
  const { t, i18n } = useTranslation('alerts');
  const formats = useFormats();
  return (time) => {
    if (time.kind === 'once') {
      return t('maintenance.once', {
        from: formats.shortDateTime(time.startsAt),
        to: formats.shortDateTime(time.endsAt),
      });
    }
    const names = weekdayNames(i18n.language, 'long');
    const days = formats.list(time.weekdays.flatMap((day) => names[day - 1] ?? []));
    const at = t('maintenance.weekly', { days, time: clockOf(time.fromMinute) });
    const hours = time.durationMinutes / 60;
    const lasting = Number.isInteger(hours)
      ? t('maintenance.lastingHours', { count: hours })
      : t('maintenance.lasting', { count: time.durationMinutes });
    return `${at}, ${lasting}`;
  };
}
