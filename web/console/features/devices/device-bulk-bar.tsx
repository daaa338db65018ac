import { Button, Group } from '@mantine/core';
import { IconArchive, IconBuilding } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceRow } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { changeDevices, type DevicesChange } from '../../data/devices.ts';
import { ApplyWindow } from '../../parts/apply-window.tsx';
import { BulkBar } from '../../parts/bulk-bar.tsx';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import type { RowChoice } from '../../parts/use-row-choice.ts';

/** What can be done with the devices that are ticked. */
export function DeviceBulkBar(props: { choice: RowChoice<DeviceRow>; isArchive: boolean }) {
  const { t } = useTranslation('devices');
  const [isMoving, setMoving] = useState(false);
  const ids = props.choice.chosen.map(({ id }) => id);
  const changing = useChange(ids, props.choice.clear);
  return (
    <BulkBar label={t('bulk.title')} choice={props.choice}>
      <Button
        variant="default"
        leftSection={<IconBuilding size="1rem" aria-hidden />}
        onClick={() => setMoving(true)}
      >
        {t('bulk.move')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconArchive size="1rem" aria-hidden />}
        loading={changing.isPending && !isMoving}
        onClick={() =>
          changing.mutate({ isArchived: !props.isArchive }, { onError: notifyProblem })
        }
      >
        {t(props.isArchive ? 'restore' : 'archive')}
      </Button>
      {isMoving && (
        <MoveWindow
          isBusy={changing.isPending}
          error={changing.error}
          onMove={(customerId) =>
            changing.mutate({ customerId }, { onSuccess: () => setMoving(false) })
          }
          onClose={() => setMoving(false)}
        />
      )}
    </BulkBar>
  );
}

function useChange(ids: number[], onDone: () => void) {
  const { t } = useTranslation('devices');
  const client = useQueryClient();
  const formats = useFormats();
  const said = (count: number) => t('bulk.changed', { count, number: formats.number(count) });
  const undoing = useMutation({
    mutationFn: (undo: { ids: number[]; change: DevicesChange }) =>
      changeDevices(undo.ids, undo.change),
    onSuccess: () => client.invalidateQueries({ queryKey: ['device'] }),
    onError: notifyProblem,
  });
  return useMutation({
    mutationFn: (change: DevicesChange) => changeDevices(ids, change),
    async onSuccess({ changed }, { isArchived }) {
      await client.invalidateQueries({ queryKey: ['device'] });
      onDone();
      notifyDone(
        <Group justify="space-between" wrap="nowrap">
          {said(changed.length)}
          {isArchived !== undefined && changed.length > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => undoing.mutate({ ids: changed, change: { isArchived: !isArchived } })}
            >
              {t('undo')}
            </Button>
          )}
        </Group>,
      );
    },
  });
}

function MoveWindow(props: {
  isBusy: boolean;
  error: unknown;
  onMove: (customerId: number) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('devices');
  const [customerId, setCustomerId] = useState<string | null>(null);
  return (
    <ApplyWindow
      title={t('bulk.move')}
      applyLabel={t('bulk.moveNow')}
      canApply={customerId !== null}
      isBusy={props.isBusy}
      error={props.error}
      onApply={() => props.onMove(Number(customerId))}
      onClose={props.onClose}
    >
      <CustomerSelect
        label={t('customer')}
        value={customerId}
        onChange={setCustomerId}
        data-autofocus
      />
    </ApplyWindow>
  );
}
