import { Alert, Button, Group } from '@mantine/core';
import { IconArchive, IconClockExclamation, IconCopy } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Device } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { notifyProblem } from '#web/ui/notify.ts';
import { deviceQuery, dismissCopy } from '../../data/devices.ts';
import { useCan } from '../../data/session.ts';

const CLOCK_NOTICED_SECONDS = 5 * 60;

/** What is odd about a device, said where it cannot be missed. */
export function DeviceNotices({ device }: { device: Device }) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const offset = device.clockOffsetSeconds;
  const minutes = Math.round(Math.abs(offset) / 60);
  return (
    <>
      {device.isArchived && (
        <Alert color="gray" icon={<IconArchive aria-hidden />} mb="md">
          {t('isArchived')}
        </Alert>
      )}
      {device.isCopied && <CopyNotice device={device} />}
      {Math.abs(offset) >= CLOCK_NOTICED_SECONDS && (
        <Alert color="amber" icon={<IconClockExclamation aria-hidden />} mb="md">
          {t(offset > 0 ? 'clock.ahead' : 'clock.behind', {
            count: minutes,
            number: formats.number(minutes),
          })}
        </Alert>
      )}
    </>
  );
}

function CopyNotice({ device }: { device: Device }) {
  const { t } = useTranslation('devices');
  const client = useQueryClient();
  const can = useCan();
  const dismissing = useMutation({
    mutationFn: () => dismissCopy(device.id),
    onSuccess: (saved) => client.setQueryData(deviceQuery(device.id).queryKey, saved),
    onError: notifyProblem,
  });
  return (
    <Alert color="red" icon={<IconCopy aria-hidden />} title={t('copied.title')} mb="md">
      {t('copied.text')}
      {can('devices.manage') && (
        <Group mt="sm">
          <Button
            size="compact-sm"
            variant="default"
            loading={dismissing.isPending}
            onClick={() => dismissing.mutate()}
          >
            {t('copied.dismiss')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
