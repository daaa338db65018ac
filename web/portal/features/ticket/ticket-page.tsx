import { Anchor, Stack, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft, IconMapSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { ticketQuery } from '../../data/tickets.ts';
import { usePortalTitle } from '../../parts/portal-title.ts';
import { AnswerBox } from './answer-box.tsx';
import { Conversation } from './conversation.tsx';
import { TicketHead } from './ticket-head.tsx';

const route = getRouteApi('/members/tickets/$number');

export function TicketPage() {
  const { t } = useTranslation('portal');
  const params = route.useParams();
  const number = /^[1-9]\d{0,14}$/.test(params.number) ? Number(params.number) : 0;
  const {
    data: ticket,
    error,
    refetch,
  } = useQuery({
    ...ticketQuery(number),
    enabled: number > 0,
  });
  usePortalTitle(ticket?.subject ?? t('list.ticket', { number: params.number }));

  if (number === 0 || (isApiError(error) && error.status === 404)) return <NoTicket />;
  if (!ticket) {
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingRows rows={4} height="5rem" />
    );
  }
  return (
    <Stack gap="lg" maw="52rem" mx="auto">
      <Anchor
        display="inline-flex"
        w="fit-content"
        renderRoot={(anchor) => (
          <Link to={ticket.isOwn ? '/tickets' : '/company-tickets'} {...anchor} />
        )}
      >
        <IconArrowLeft size="1.25rem" aria-hidden />
        &nbsp;{t(ticket.isOwn ? 'list.myTitle' : 'list.companyTitle')}
      </Anchor>
      <TicketHead ticket={ticket} />
      <Conversation ticket={ticket} />
      <AnswerBox key={number} number={number} isOver={ticket.isOver} />
    </Stack>
  );
}

function NoTicket() {
  const { t } = useTranslation('portal');
  return (
    <>
      <VisuallyHidden>
        <h1>{t('state.ticketGoneTitle')}</h1>
      </VisuallyHidden>
      <EmptyState
        icon={IconMapSearch}
        title={t('state.ticketGoneTitle')}
        action={
          <Anchor component={Link} to="/tickets">
            {t('list.myTitle')}
          </Anchor>
        }
      >
        {t('state.ticketGone')}
      </EmptyState>
    </>
  );
}
