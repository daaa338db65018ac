import { Anchor, Grid, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ErrorState, LoadingRows, NotFoundState } from '#web/ui/states.tsx';
import { type InboundMessage, inboundQuery } from '../../data/mail.ts';
import { IncomingActions } from './incoming-actions.tsx';
import { IncomingFacts } from './incoming-facts.tsx';
import { IncomingSteps } from './incoming-steps.tsx';
import { InboundStateBadge } from './mail-state.tsx';
import { useReason } from './mail-words.ts';

const POLL_MS = 1_500;

/** One incoming mail: where it went, why, and what can still be done with it. */
export function IncomingDetailPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams({ strict: false });
  const isId = /^[1-9]\d{0,14}$/.test(id);
  const mail = useQuery({
    ...inboundQuery(Number(id)),
    enabled: isId,
    // Live events tell, too; this is for who lost the stream.
    refetchInterval: (query) => (query.state.data?.state === 'received' ? POLL_MS : false),
  });
  const back = (
    <Anchor component={Link} to="/admin/email/incoming" size="sm">
      {t('incoming.back')}
    </Anchor>
  );
  if (!isId) return <NotFoundState action={back} />;
  if (mail.isPending) return <LoadingRows rows={8} />;
  if (!mail.data)
    return <ErrorState error={mail.error} onRetry={() => void mail.refetch()} action={back} />;
  return <Detail mail={mail.data} back={back} />;
}

function Detail({ mail, back }: { mail: InboundMessage; back: React.ReactNode }) {
  const { t } = useTranslation('admin');
  const reason = useReason(mail.reason);
  return (
    <>
      <PageHeader
        before={back}
        title={mail.subject || t('noSubject')}
        subtitle={
          <Group gap="sm" mt="xs">
            <InboundStateBadge state={mail.state} />
            {mail.ticketNumber !== null && (
              <Anchor
                renderRoot={(anchor) => (
                  <Link
                    to="/tickets/$number"
                    params={{ number: String(mail.ticketNumber) }}
                    {...anchor}
                  />
                )}
              >
                #{mail.ticketNumber}
              </Anchor>
            )}
            {reason && <Text inherit>{reason}</Text>}
          </Group>
        }
      />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <IncomingSteps mail={mail} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="lg">
            <IncomingActions mail={mail} />
            <IncomingFacts mail={mail} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
