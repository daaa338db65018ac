import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Import } from '#web/api/types.ts';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import {
  changeImport,
  checkImport,
  type ImportPatch,
  importQuery,
  runImport,
} from '../../data/imports.ts';
import { ImportColumns } from './import-columns.tsx';
import { ImportOptions } from './import-options.tsx';
import { ImportReading } from './import-reading.tsx';
import { ImportResults } from './import-results.tsx';

/** How the file is read and what its columns become; then the dry run, and the import itself. */
export function ImportPreparation({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  const queryClient = useQueryClient();
  const { queryKey } = importQuery(current.id);
  const isChecking = current.state === 'checking';
  const changing = useMutation({
    mutationFn: (changes: ImportPatch) => changeImport(current.id, changes),
    onSuccess: (saved) => queryClient.setQueryData(queryKey, saved),
  });
  const checking = useMutation({
    mutationFn: () => checkImport(current.id),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  const running = useMutation({
    mutationFn: () => runImport(current.id),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  const change = (changes: ImportPatch) => {
    checking.reset();
    running.reset();
    changing.mutate(changes);
  };
  const isBusy = isChecking || checking.isPending || running.isPending;
  const { created, updated } = current.counts;
  const isChecked = current.state === 'checked';
  return (
    <>
      <ProblemAlert error={changing.error ?? checking.error ?? running.error} />
      <ImportReading current={current} isBusy={isBusy} onChange={change} />
      <ImportColumns current={current} isBusy={isBusy || changing.isPending} onChange={change} />
      <ImportOptions current={current} isBusy={isBusy} onChange={change} />
      <Group gap="sm">
        <Button
          variant={isChecked ? 'default' : 'filled'}
          loading={isBusy && !running.isPending}
          disabled={changing.isPending}
          onClick={() => checking.mutate()}
        >
          {t(isChecked ? 'recheck' : 'check')}
        </Button>
        {isChecking && (
          <Group gap="xs" role="status">
            <Loader size="xs" aria-hidden />
            <Text size="sm">{t('isChecking')}</Text>
          </Group>
        )}
      </Group>
      {isChecked && (
        <Stack gap="lg">
          <ImportResults current={current} />
          {created + updated > 0 ? (
            <Group gap="md">
              <Button
                loading={running.isPending}
                disabled={changing.isPending}
                onClick={() => running.mutate()}
              >
                {t('run', { count: created + updated })}
              </Button>
              {current.options.sendsWelcome && created > 0 && (
                <Text size="sm">{t('welcomeCount', { count: created })}</Text>
              )}
            </Group>
          ) : (
            <Text>{t('nothingToDo')}</Text>
          )}
        </Stack>
      )}
    </>
  );
}
