import { Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DEVICE_TYPES } from '#shared/agent-protocol.ts';
import type { DeviceChange } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { LoadMore } from '#web/ui/load-more.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { deviceChangesQuery } from '../../data/devices.ts';

const FIELDS = [
  'hostname',
  'type',
  'os',
  'build',
  'maker',
  'model',
  'serial',
  'cpu',
  'memory',
  'disks',
  'network',
  'name',
  'customer',
] as const;

/** What changed about the machine. */
export function DeviceHistory({ id }: { id: number }) {
  const { t } = useTranslation('devices');
  const changes = useInfiniteQuery(deviceChangesQuery(id));
  if (changes.isPending) return <LoadingRows rows={5} height="1.5rem" />;
  if (changes.isError)
    return <ErrorState error={changes.error} onRetry={() => void changes.refetch()} />;
  const items = changes.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Text c="dimmed">{t('history.none')}</Text>;
  return (
    <Stack component="section" gap="sm" aria-label={t('history.title')}>
      {items.map((change) => (
        <ChangeLine key={change.id} change={change} />
      ))}
      <LoadMore
        hasMore={changes.hasNextPage}
        isLoading={changes.isFetchingNextPage}
        onLoad={() => void changes.fetchNextPage()}
      />
    </Stack>
  );
}

function ChangeLine({ change }: { change: DeviceChange }) {
  const { t } = useTranslation('devices');
  const say = useValue(change.field);
  const field = FIELDS.find((name) => name === change.field);
  return (
    <Text size="sm">
      <Text span inherit fw={600}>
        {field ? t(`history.field.${field}`) : change.field}
      </Text>
      {': '}
      {t('history.fromTo', { old: say(change.old), new: say(change.new) })} ·{' '}
      <RelativeTime at={change.createdAt} c="dimmed" />
    </Text>
  );
}

/** Memory and sizes of disks come as bytes, types as words of ours, everything else as it is. */
function useValue(field: string): (value: unknown) => string {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const say = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('history.nothing');
    if (Array.isArray(value))
      return value.length === 0 ? t('history.nothing') : formats.list(value.map(say));
    if (field === 'memory') return formats.bytes(Number(value));
    const type = field === 'type' && DEVICE_TYPES.find((each) => each === value);
    if (type) return t(`type.${type}`);
    const disk = field === 'disks' ? /^(.*) (\d+)$/.exec(String(value)) : null;
    return disk ? `${disk[1]} (${formats.bytes(Number(disk[2]))})` : String(value);
  };
  return say;
}
