import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconWorldSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHECK_LIMITS } from '#shared/checks.ts';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { type Check, checksQuery, removeCheck } from '../../data/checks.ts';
import { deviceQuery } from '../../data/devices.ts';
import { useCan } from '../../data/session.ts';
import { CheckResults } from './check-results.tsx';
import { CheckTable } from './check-table.tsx';
import { CheckWindow } from './check-window.tsx';

type Open = { what: 'new' } | { what: 'edit' | 'results' | 'remove'; check: Check };

/** What the server checks of a device from outside. The page that shows it loads the words of `checks`. */
export function ChecksOfDevice({ deviceId }: { deviceId: number }) {
  const { t } = useTranslation('checks');
  const can = useCan();
  const mayChange = can('devices.manage');
  const checks = useQuery(checksQuery(deviceId));
  const hasAgent = useSuspenseQuery(deviceQuery(deviceId)).data.source === 'agent';
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const items = checks.data?.items ?? [];
  const add = mayChange && items.length < CHECK_LIMITS.perDevice && (
    <Button
      variant="default"
      leftSection={<IconPlus size="1rem" aria-hidden />}
      onClick={() => setOpen({ what: 'new' })}
    >
      {t('add')}
    </Button>
  );
  return (
    <Stack component="section" gap="sm">
      <Group justify="space-between">
        <Title order={2}>{t('title')}</Title>
        {items.length > 0 && add}
      </Group>
      {checks.isPending && <LoadingRows rows={2} />}
      {checks.isError && <ErrorState error={checks.error} onRetry={() => checks.refetch()} />}
      {checks.isSuccess && items.length === 0 && (
        <EmptyState icon={IconWorldSearch} title={t('none')} action={add}>
          {t(hasAgent ? 'noneBesideAgent' : 'noneUnknown')}
        </EmptyState>
      )}
      {items.length > 0 && (
        <CheckTable
          checks={items}
          mayChange={mayChange}
          onOpen={(what, check) => setOpen({ what, check })}
        />
      )}
      {open?.what === 'new' && <CheckWindow deviceId={deviceId} onClose={close} />}
      {open?.what === 'edit' && (
        <CheckWindow deviceId={deviceId} check={open.check} onClose={close} />
      )}
      {open?.what === 'results' && <CheckResults check={open.check} onClose={close} />}
      {open?.what === 'remove' && <RemoveCheck check={open.check} onClose={close} />}
    </Stack>
  );
}

function RemoveCheck({ check, onClose }: { check: Check; onClose: () => void }) {
  const { t } = useTranslation('checks');
  const client = useQueryClient();
  const removing = useMutation({
    mutationFn: () => removeCheck(check.id),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['device', 'one', check.deviceId] });
      onClose();
    },
  });
  return (
    <ConfirmModal
      title={t('removeTitle', { name: check.name || check.target })}
      confirmLabel={t('remove')}
      isBusy={removing.isPending}
      error={removing.error}
      onConfirm={() => removing.mutate()}
      onClose={onClose}
    >
      <Text>{t('removeText')}</Text>
    </ConfirmModal>
  );
}
