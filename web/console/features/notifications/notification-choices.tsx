import { Button, Checkbox, Paper, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  NOTIFICATION_CHANNELS,
  NOTIFICATION_KINDS,
  type NotificationChannel,
  type NotificationKind,
} from '#shared/notifications.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import {
  type NotificationChoices as Choices,
  notificationChoicesQuery,
  saveNotificationChoices,
} from '../../data/notifications.ts';
import classes from './notification-choices.module.css';

/** Of what one wants to hear, in the console and by e-mail. */
export function NotificationChoices() {
  const { t } = useTranslation('notifications');
  const choices = useQuery(notificationChoicesQuery);
  if (choices.data) return <ChoicesForm saved={choices.data} />;
  return (
    <>
      <PageHeader title={t('choices.title')} />
      {choices.isPending ? (
        <LoadingRows rows={4} height="4rem" />
      ) : (
        <ErrorState error={choices.error} onRetry={() => void choices.refetch()} />
      )}
    </>
  );
}

function ChoicesForm({ saved }: { saved: Choices }) {
  const { t } = useTranslation(['notifications', 'common']);
  const { list } = useFormats();
  const client = useQueryClient();
  // Only what was changed here: what another window saves meanwhile stays.
  const [changes, setChanges] = useState<Partial<Choices>>({});
  const values = { ...saved, ...changes };
  const changed = NOTIFICATION_KINDS.filter((kind) =>
    NOTIFICATION_CHANNELS.some((channel) => values[kind][channel] !== saved[kind][channel]),
  );
  const saving = useMutation({
    mutationFn: async () => {
      const newest = await client.fetchQuery({ ...notificationChoicesQuery, staleTime: 0 });
      return saveNotificationChoices({ ...newest, ...changes });
    },
    onSuccess(fresh) {
      client.setQueryData(notificationChoicesQuery.queryKey, fresh);
      setChanges({});
      const what = list(changed.map((kind) => t(`choices.kinds.${kind}.label`)));
      notifyDone(t('choices.saved', { what }));
    },
  });
  const isDirty = changed.length > 0;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isDirty && !saving.isPending) saving.mutate();
      }}
    >
      <UnsavedGuard isDirty={isDirty} />
      <PageHeader
        title={t('choices.title')}
        subtitle={t('choices.intro')}
        actions={
          <Button type="submit" disabled={!isDirty} loading={saving.isPending}>
            {t('common:save')}
          </Button>
        }
      />
      <Stack gap="md">
        <ProblemAlert error={saving.error} />
        <Paper radius="md">
          <Matrix
            values={values}
            onChange={(kind, channel, isWanted) =>
              setChanges({ ...changes, [kind]: { ...values[kind], [channel]: isWanted } })
            }
          />
        </Paper>
        <Text size="sm" c="dimmed">
          {t('choices.emailHint')}
        </Text>
      </Stack>
    </form>
  );
}

function Matrix(props: {
  values: Choices;
  onChange: (kind: NotificationKind, channel: NotificationChannel, isWanted: boolean) => void;
}) {
  const { t } = useTranslation('notifications');
  return (
    <Table className={classes.matrix} horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('choices.happening')}</Table.Th>
          {NOTIFICATION_CHANNELS.map((channel) => (
            <Table.Th key={channel} className={classes.channel}>
              {t(`choices.${channel}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {NOTIFICATION_KINDS.map((kind) => (
          <Table.Tr key={kind}>
            <Table.Th scope="row" className={classes.kind}>
              <Text fw={600}>{t(`choices.kinds.${kind}.label`)}</Text>
              <Text size="sm" c="dimmed">
                {t(`choices.kinds.${kind}.text`)}
              </Text>
            </Table.Th>
            {NOTIFICATION_CHANNELS.map((channel) => (
              <Table.Td key={channel}>
                <Checkbox
                  className={classes.box}
                  aria-label={t('choices.choice', {
                    kind: t(`choices.kinds.${kind}.label`),
                    channel: t(`choices.${channel}`),
                  })}
                  checked={props.values[kind][channel]}
                  onChange={(event) => props.onChange(kind, channel, event.currentTarget.checked)}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
