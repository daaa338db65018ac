import { Alert, Button, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '#web/api/types.ts';
import { AnchorLink, ButtonLink } from '#web/ui/links.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { LoadingRows } from '#web/ui/states.tsx';
import { forgetImport, importQuery } from '../../data/imports.ts';
import { ImportPreparation } from './import-preparation.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportResults } from './import-results.tsx';

/** One file on its way: prepared and checked, running, or over. */
export function ImportView({ id, onGone }: { id: number; onGone: () => void }) {
  return (
    <Suspense fallback={<LoadingRows />}>
      <OneImport id={id} onGone={onGone} />
    </Suspense>
  );
}

function OneImport({ id, onGone }: { id: number; onGone: () => void }) {
  const { t } = useTranslation('imports');
  const { data } = useSuspenseQuery(importQuery(id));
  const isOver = ['done', 'stopped'].includes(data.state);
  const isPreparing = !isOver && data.state !== 'running';
  return (
    <div>
      <PageHeader
        title={data.fileName}
        subtitle={t('rows', { count: data.rowCount })}
        before={
          <AnchorLink to="/customers/import" search={{}} fz="sm" c="dimmed">
            {t('title')}
          </AnchorLink>
        }
        actions={
          <>
            {data.state !== 'running' && <ForgetButton id={id} onGone={onGone} />}
            {isOver && (
              <ButtonLink to="/customers/import" search={{}} variant="default">
                {t('another')}
              </ButtonLink>
            )}
          </>
        }
      />
      <Stack gap="xl">
        <Verdict state={data.state} />
        {isPreparing && <ImportPreparation current={data} />}
        {data.state === 'running' && <ImportProgress current={data} />}
        {isOver && <ImportResults current={data} />}
      </Stack>
    </div>
  );
}

const VERDICTS = {
  done: { color: 'green', icon: IconCheck },
  stopped: { color: 'amber', icon: IconAlertTriangle },
  failed: { color: 'red', icon: IconAlertTriangle },
} as const;

function Verdict({ state }: { state: Import['state'] }) {
  const { t } = useTranslation('imports');
  if (state !== 'done' && state !== 'stopped' && state !== 'failed') return null;
  const { color, icon: Icon } = VERDICTS[state];
  return (
    <Alert color={color} icon={<Icon aria-hidden />} role="status">
      {t(state)}
    </Alert>
  );
}

function ForgetButton({ id, onGone }: { id: number; onGone: () => void }) {
  const { t } = useTranslation('imports');
  const queryClient = useQueryClient();
  const forgetting = useMutation({
    mutationFn: () => forgetImport(id),
    onSuccess: () => {
      onGone();
      queryClient.removeQueries({ queryKey: importQuery(id).queryKey });
      void queryClient.invalidateQueries({ queryKey: ['import', 'list'] });
      notifyDone(t('forgotten'));
    },
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      leftSection={<IconTrash size="1rem" aria-hidden />}
      loading={forgetting.isPending}
      onClick={() => forgetting.mutate()}
    >
      {t('forget')}
    </Button>
  );
}
