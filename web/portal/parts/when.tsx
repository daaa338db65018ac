import { useFormats } from '#web/i18n/format.tsx';
import { useMinute } from '#web/ui/minute.ts';

/** "5 minutes ago"; the browser itself shows the exact time on hover, which costs no code. */
export function When({ at }: { at: string }) {
  const formats = useFormats();
  const now = useMinute();
  return (
    <time dateTime={at} title={formats.dateTime(at)}>
      {formats.relative(at, Math.max(now, Date.parse(at)), 'long')}
    </time>
  );
}
