import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** For how long a machine has run, in the largest unit that is full. */
export function useUptime(): (seconds: number) => string {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  return (seconds) => {
    const [unit, size] =
      seconds >= DAY
        ? (['days', DAY] as const)
        : seconds >= HOUR
          ? (['hours', HOUR] as const)
          : (['minutes', MINUTE] as const);
    const count = Math.floor(seconds / size);
    return t(`uptime.${unit}`, { count, number: formats.number(count) });
  };
}
