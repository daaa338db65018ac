import { Text, Tooltip } from '@mantine/core';
import { useFormats } from '#web/i18n/format.tsx';
import { useMinute } from './minute.ts';

/** A phrase around "5 minutes ago", with the exact time on hover. */
export function Since(props: { at: string; phrase: (when: string) => string }) {
  const formats = useFormats();
  const now = Math.max(useMinute(), Date.parse(props.at));
  return (
    <Tooltip label={formats.dateTime(props.at)}>
      <Text span inherit>
        {props.phrase(formats.relative(props.at, now))}
      </Text>
    </Tooltip>
  );
}
