import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { importQuery, stopImport } from '../../data/imports.ts';

const MINUTE_MS = 60_000;
/** Before, the rest cannot be told from what is done. */
const TOLD_FROM = 100;

export function ImportProgress({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  const formats = useFormats();
  const { doneCount, rowCount, startedAt } = current;
  const tookMs = startedAt ? Date.now() - new Date(startedAt).getTime() : 0;
  const leftMs = (tookMs / Math.max(doneCount, 1)) * (rowCount - doneCount);
  return (
    <Stack component="section" gap="sm" maw="48rem" aria-label={t('running')}>
      <Title order={2}>{t('running')}</Title>
      <Progress
        value={(doneCount / Math.max(rowCount, 1)) * 100}
        size="lg"
        aria-label={t('running')}
      />
      <Group justify="space-between">
        <Text size="sm">
          {t('progress', { done: formats.number(doneCount), total: formats.number(rowCount) })}
        </Text>
        {doneCount >= TOLD_FROM && leftMs > MINUTE_MS && (
          <Text size="sm" c="dimmed">
            {t('minutesLeft', { count: Math.round(leftMs / MINUTE_MS) })}
          </Text>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t('runningHint')}
      </Text>
      <StopButton id={current.id} />
    </Stack>
  );
}

function StopButton({ id }: { id: number }) {
  const { t } = useTranslation('imports');
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const stopping = useMutation({
    mutationFn: () => stopImport(id),
    onSuccess: (saved) => queryClient.setQueryData(importQuery(id).queryKey, saved),
  });
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('stop')}
      </Button>
      {isAsking && (
        <ConfirmModal
          title={t('stop')}
          confirmLabel={t('stop')}
          isBusy={stopping.isPending}
          error={stopping.error}
          onConfirm={() => stopping.mutate()}
          onClose={() => setAsking(false)}
        >
          {t('stopAsk')}
        </ConfirmModal>
      )}
    </div>
  );
}
