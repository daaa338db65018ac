import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive, IconDots, IconKeyOff, IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Device } from '#web/api/types.ts';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { ButtonLink } from '#web/ui/links.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { revokeDeviceKeys, setDeviceArchived } from '../../data/devices.ts';
import { useCan } from '../../data/session.ts';
import { notifyUndoable } from '../../parts/notify-undoable.tsx';
import { EditDevice } from './edit-device.tsx';

export function DeviceActions({ device }: { device: Device }) {
  const { t } = useTranslation('devices');
  const can = useCan();
  const [isEditing, editing] = useDisclosure(false);
  const [isRevoking, revoking] = useDisclosure(false);
  const archive = useArchive(device);
  return (
    <>
      {can('tickets.create') && !device.isArchived && (
        <ButtonLink
          to="/tickets/new"
          search={{ device: device.id }}
          variant="default"
          leftSection={<IconPlus size="1rem" aria-hidden />}
        >
          {t('newTicket')}
        </ButtonLink>
      )}
      {can('devices.manage') && (
        <>
          <Button
            variant="default"
            leftSection={<IconPencil size="1rem" aria-hidden />}
            onClick={editing.open}
          >
            {t('edit')}
          </Button>
          <Menu>
            <Menu.Target>
              <ActionIcon variant="default" size="lg" aria-label={t('more')}>
                <IconDots size="1rem" aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconArchive size="1rem" aria-hidden />}
                onClick={() => archive(!device.isArchived)}
              >
                {t(device.isArchived ? 'restore' : 'archive')}
              </Menu.Item>
              {device.source === 'agent' && (
                <Menu.Item
                  leftSection={<IconKeyOff size="1rem" aria-hidden />}
                  onClick={revoking.open}
                >
                  {t('key.revoke')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </>
      )}
      {isEditing && <EditDevice device={device} onClose={editing.close} />}
      {isRevoking && <RevokeKey device={device} onClose={revoking.close} />}
    </>
  );
}

function useArchive(device: Device): (isArchived: boolean) => void {
  const { t } = useTranslation('devices');
  const client = useQueryClient();
  const archiving = useMutation({
    mutationFn: (isArchived: boolean) => setDeviceArchived(device.id, isArchived),
    async onSuccess(_, isArchived) {
      await client.invalidateQueries({ queryKey: ['device'] });
      if (isArchived) notifyUndoable(t('archivedNow'), () => archiving.mutate(false));
      else notifyDone(t('restoredNow'));
    },
    onError: notifyProblem,
  });
  return archiving.mutate;
}

function RevokeKey({ device, onClose }: { device: Device; onClose: () => void }) {
  const { t } = useTranslation('devices');
  const client = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => revokeDeviceKeys(device.id),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['device'] });
      notifyDone(t('key.revoked'));
      onClose();
    },
  });
  return (
    <ConfirmModal
      title={t('key.title', { name: device.name })}
      confirmLabel={t('key.revoke')}
      isBusy={revoking.isPending}
      error={revoking.error}
      onConfirm={() => revoking.mutate()}
      onClose={onClose}
    >
      <Text>{t('key.text')}</Text>
    </ConfirmModal>
  );
}
