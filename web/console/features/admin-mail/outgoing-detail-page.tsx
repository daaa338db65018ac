import { Alert, Anchor, Button, Grid, Group, Paper, Text, Title } from '@mantine/core';
import { IconLock, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows, NotFoundState } from '#web/ui/states.tsx';
import { type OutboundMessage, outboundQuery, retryOutbound } from '../../data/mail.ts';
import { OutboundStateBadge } from './mail-state.tsx';
import classes from './outgoing-detail-page.module.css';
import { OutgoingFacts } from './outgoing-facts.tsx';

/** One outgoing mail: what it says, unless that is secret, and what became of it. */
export function OutgoingDetailPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams({ strict: false });
  const isId = /^[1-9]\d{0,14}$/.test(id);
  const mail = useQuery({ ...outboundQuery(Number(id)), enabled: isId });
  const back = (
    <Anchor component={Link} to="/admin/email/outgoing" size="sm">
      {t('outgoing.back')}
    </Anchor>
  );
  if (!isId) return <NotFoundState action={back} />;
  if (mail.isPending) return <LoadingRows rows={8} />;
  if (!mail.data)
    return <ErrorState error={mail.error} onRetry={() => void mail.refetch()} action={back} />;
  return <Detail mail={mail.data} back={back} />;
}

function Detail({ mail, back }: { mail: OutboundMessage; back: ReactNode }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <PageHeader
        before={back}
        title={mail.subject}
        subtitle={
          <Group gap="sm" mt="xs">
            <OutboundStateBadge state={mail.state} />
            {t(`outgoing.kinds.${mail.kind}`)}
          </Group>
        }
        actions={
          (mail.state === 'failed' || mail.state === 'bounced') && <RetryButton id={mail.id} />
        }
      />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <section aria-labelledby="text">
            <Title order={2} id="text" mb="sm">
              {t('outgoing.text')}
            </Title>
            {mail.text === null ? (
              <Alert color="gray" icon={<IconLock aria-hidden />}>
                {t('outgoing.masked')}
              </Alert>
            ) : (
              <Paper p="md">
                <Text component="div" className={classes.text}>
                  {mail.text}
                </Text>
              </Paper>
            )}
          </section>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <OutgoingFacts mail={mail} />
        </Grid.Col>
      </Grid>
    </>
  );
}

function RetryButton({ id }: { id: number }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const retrying = useMutation({
    mutationFn: () => retryOutbound(id),
    onSuccess() {
      notifyDone(t('outgoing.retried'));
      void client.invalidateQueries({ queryKey: ['mail', 'outbound'] });
    },
    onError: notifyProblem,
  });
  return (
    <Button
      leftSection={<IconRefresh size="1rem" aria-hidden />}
      loading={retrying.isPending}
      onClick={() => retrying.mutate()}
    >
      {t('outgoing.retry')}
    </Button>
  );
}
