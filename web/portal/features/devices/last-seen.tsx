import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { useMinute } from '#web/ui/minute.ts';
import type { PortalDevice } from '../../data/devices.ts';

/** Of a machine that is off: since when about. */
export function LastSeen({ device }: { device: PortalDevice }) {
  const { t } = useTranslation('portal-devices');
  const formats = useFormats();
  const now = useMinute();
  const { state, lastSeenAt: at } = device;
  if (state === 'online' || at === null) return null;
  const when = formats.relative(at, Math.max(now, Date.parse(at)), 'long');
  return (
    <Text span size="sm" c="dimmed">
      <time dateTime={at} title={formats.dateTime(at)}>
        {t('lastSeen', { when })}
      </time>
    </Text>
  );
}
