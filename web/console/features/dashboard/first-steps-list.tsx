import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FirstStep } from '#shared/dashboard.ts';
import { CopyTextButton } from '#web/ui/copy-text-button.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import { notifyProblem } from '#web/ui/notify.ts';
import { type FirstSteps, firstStepsQuery, hideFirstSteps } from '../../data/dashboard.ts';
import classes from './first-steps-list.module.css';

/** Where a step is done; a mail is sent from elsewhere. */
const PLACES: Record<FirstStep, string | null> = {
  customer: '/customers',
  portal: '/admin/portal',
  mail: null,
  device: '/devices',
  colleague: '/admin/technicians',
};

/** What a new company begins with; what is there already is ticked. */
export function FirstStepsList({ steps, supportAddress }: FirstSteps) {
  const { t } = useTranslation('dashboard');
  const queryClient = useQueryClient();
  const hiding = useMutation({
    mutationFn: hideFirstSteps,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: firstStepsQuery.queryKey }),
    onError: notifyProblem,
  });
  const doneCount = steps.filter(({ isDone }) => isDone).length;
  return (
    <Paper component="section" p="md" mb="md" aria-labelledby="first-steps">
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2} id="first-steps">
            {t('steps.title')}
          </Title>
          <Text size="sm" c="dimmed" role="status">
            {t('steps.progress', { done: doneCount, all: steps.length })}
          </Text>
        </div>
        <Button
          variant="subtle"
          color="gray"
          loading={hiding.isPending}
          onClick={() => hiding.mutate()}
        >
          {t('steps.hide')}
        </Button>
      </Group>
      <ol className={classes.steps}>
        {steps.map(({ step, isDone }) => (
          <li key={step} className={classes.step} data-done={isDone || undefined}>
            {isDone ? (
              <IconCircleCheckFilled size="1.25rem" className={classes.done} aria-hidden />
            ) : (
              <IconCircle size="1.25rem" stroke={1.5} aria-hidden />
            )}
            <Stack gap={0} miw={0}>
              <StepTitle step={step} isDone={isDone} />
              {!isDone && (
                <Text size="sm" c="dimmed">
                  {t(`steps.${step}.text`)}
                </Text>
              )}
              {!isDone && step === 'mail' && (
                <Group gap="xs">
                  <Text fw={500} className={classes.address}>
                    {supportAddress}
                  </Text>
                  <CopyTextButton value={supportAddress} label={t('steps.copy')} />
                </Group>
              )}
            </Stack>
          </li>
        ))}
      </ol>
    </Paper>
  );
}

function StepTitle({ step, isDone }: { step: FirstStep; isDone: boolean }) {
  const { t } = useTranslation('dashboard');
  const title = t(`steps.${step}.title`);
  const place = PLACES[step];
  if (isDone) {
    return (
      <Text c="dimmed">
        {title} <span className={classes.hidden}>{t('steps.done')}</span>
      </Text>
    );
  }
  return place ? <AnchorLink to={place}>{title}</AnchorLink> : <Text fw={500}>{title}</Text>;
}
