import { Text, type TextProps, Tooltip } from '@mantine/core';
import { useFormats } from '#web/i18n/format.tsx';
import { useMinute } from './minute.ts';

/** "5 minutes ago", with the exact time on hover and for those who cannot hover. */
export function RelativeTime({ at, ...text }: { at: string } & TextProps) {
  const formats = useFormats();
  const now = useMinute();
  const exact = formats.dateTime(at);
  return (
    <Tooltip label={exact}>
      <Text component="time" dateTime={at} inherit {...text}>
        {formats.relative(at, Math.max(now, Date.parse(at)))}
      </Text>
    </Tooltip>
  );
}
