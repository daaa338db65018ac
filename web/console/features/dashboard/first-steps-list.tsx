import { Button, Group, Paper, Progress, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyProblem } from '#web/ui/notify.ts';
import { type FirstSteps, firstStepsQuery, hideFirstSteps } from '../../data/dashboard.ts';
import { FirstStepRow } from './first-step-row.tsx';
import classes from './first-steps-list.module.css';

/**
 * What a new company begins with; what is there already is ticked. Beside cards it takes less room: what is
 * done stands together in one line.
 */
export function FirstStepsList({ steps, supportAddress, isEmpty }: FirstSteps) {
  const { t } = useTranslation('dashboard');
  const queryClient = useQueryClient();
  const hiding = useMutation({
    mutationFn: hideFirstSteps,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: firstStepsQuery.queryKey }),
    onError: notifyProblem,
  });
  const done = steps.filter(({ isDone }) => isDone);
  const listed = isEmpty ? steps : steps.filter(({ isDone }) => !isDone);
  const progress = t('steps.progress', { done: done.length, all: steps.length });
  return (
    <Paper
      component="section"
      className={classes.section}
      data-alone={isEmpty || undefined}
      mb="md"
      aria-labelledby="first-steps"
    >
      <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2} id="first-steps">
            {t('steps.title')}
          </Title>
          <Text size="sm" c="dimmed" role="status">
            {progress}
          </Text>
        </div>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={hiding.isPending}
          onClick={() => hiding.mutate()}
        >
          {t('steps.hide')}
        </Button>
      </Group>
      <Progress
        value={(done.length / steps.length) * 100}
        size="xs"
        mt="sm"
        color="green"
        aria-label={progress}
      />
      <ol className={classes.steps}>
        {listed.map(({ step, isDone }) => (
          <FirstStepRow key={step} step={step} isDone={isDone} supportAddress={supportAddress} />
        ))}
      </ol>
      {!isEmpty && done.length > 0 && (
        <ul className={classes.doneSteps}>
          {done.map(({ step }) => (
            <FirstStepRow key={step} step={step} isDone supportAddress={supportAddress} />
          ))}
        </ul>
      )}
    </Paper>
  );
}
