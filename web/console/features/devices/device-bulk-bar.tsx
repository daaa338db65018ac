import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive, IconBuilding, IconGauge } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceRow } from '#web/api/types.ts';
import { notifyProblem } from '#web/ui/notify.ts';
import { useCan } from '../../data/session.ts';
import { ApplyWindow } from '../../parts/apply-window.tsx';
import { BulkBar } from '../../parts/bulk-bar.tsx';
import { CustomerSelect } from '../../parts/customer-select.tsx';
import type { RowChoice } from '../../parts/use-row-choice.ts';
import { ProfileWindow } from './profile-window.tsx';
import { type BulkChange, useBulkChange } from './use-bulk-change.ts';

/** What can be done with the devices that are ticked. */
export function DeviceBulkBar(props: { choice: RowChoice<DeviceRow>; isArchive: boolean }) {
  const { t } = useTranslation('devices');
  const can = useCan();
  const [isMoving, moving] = useDisclosure(false);
  const [isGiving, giving] = useDisclosure(false);
  const ids = props.choice.chosen.map(({ id }) => id);
  const close = () => {
    moving.close();
    giving.close();
  };
  const changing = useBulkChange(ids, () => {
    close();
    props.choice.clear();
  });
  // What failed in one window is no news in the next.
  const opening = (of: { open: () => void }) => () => {
    changing.reset();
    of.open();
  };
  const change = (to: BulkChange) => {
    if (!changing.isPending) changing.mutate(to);
  };
  const asked = { isBusy: changing.isPending, error: changing.error, onClose: close };
  return (
    <>
      <BulkBar label={t('bulk.title')} choice={props.choice}>
        {can('devices.manage') && (
          <>
            <Button
              variant="default"
              leftSection={<IconBuilding size="1rem" aria-hidden />}
              onClick={opening(moving)}
            >
              {t('bulk.move')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconArchive size="1rem" aria-hidden />}
              loading={changing.isPending && !isMoving && !isGiving}
              onClick={() =>
                changing.mutate({ isArchived: !props.isArchive }, { onError: notifyProblem })
              }
            >
              {t(props.isArchive ? 'restore' : 'archive')}
            </Button>
          </>
        )}
        {mayGiveProfiles(can) && (
          <Button
            variant="default"
            leftSection={<IconGauge size="1rem" aria-hidden />}
            onClick={opening(giving)}
          >
            {t('profile.set')}
          </Button>
        )}
      </BulkBar>
      {isMoving && <MoveWindow {...asked} onMove={(customerId) => change({ customerId })} />}
      {isGiving && (
        <ProfileWindow {...asked} deviceIds={ids} onGive={(profileId) => change({ profileId })} />
      )}
    </>
  );
}

const mayGiveProfiles = (can: ReturnType<typeof useCan>) =>
  can('alerts.view') && can('alerts.manage');

/** Whether there is anything that devices can be ticked for. */
export function useMayChangeDevices(): boolean {
  const can = useCan();
  return can('devices.manage') || mayGiveProfiles(can);
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
