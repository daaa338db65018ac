import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import type { Device } from '#web/api/types.ts';
import { ConflictNotice } from '#web/ui/conflict-notice.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import { useCan } from '../../data/session.ts';
import classes from './device-view.module.css';
import { useDeviceChange } from './use-device-change.ts';

/** What colleagues should know about a device. */
export function DeviceNotes({ device }: { device: Device }) {
  const { t } = useTranslation('devices');
  const mayChange = useCan()('devices.manage');
  const [typed, setTyped] = useState<string | null>(null);
  const changing = useDeviceChange(device);
  const save = () => changing.change({ notes: typed ?? '' }, () => setTyped(null));
  return (
    <Stack component="section" gap="sm">
      <UnsavedGuard isDirty={typed !== null && typed !== device.notes} />
      <Group justify="space-between">
        <Title order={2}>{t('notes.title')}</Title>
        {mayChange && typed === null && (
          <Button size="compact-sm" variant="default" onClick={() => setTyped(device.notes)}>
            {t('edit')}
          </Button>
        )}
      </Group>
      {typed === null ? (
        <Text size="sm" className={classes.notes} c={device.notes ? undefined : 'dimmed'}>
          {device.notes || t('notes.none')}
        </Text>
      ) : (
        <>
          {changing.isRefused && (
            <ConflictNotice onKeepMine={save} onTakeTheirs={() => setTyped(device.notes)}>
              {t('notes.theirs', { text: device.notes })}
            </ConflictNotice>
          )}
          <Textarea
            autosize
            minRows={3}
            maxLength={LIMITS.notesChars}
            aria-label={t('notes.title')}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            autoFocus
          />
          <Group justify="flex-end" gap="sm">
            <Button size="compact-md" variant="default" onClick={() => setTyped(null)}>
              {t('cancel')}
            </Button>
            <Button size="compact-md" loading={changing.isSaving} onClick={save}>
              {t('save')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
