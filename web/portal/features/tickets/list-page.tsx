import { Button, Group, Stack, Text, Title } from '@mantine/core';
import {
  IconLock,
  IconMessagePlus,
  IconSearchOff,
  IconTicket,
  IconUsers,
} from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '#web/ui/load-more.tsx';
import { notifyProblem } from '#web/ui/notify.ts';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { FILTER_STATUSES, type ListSearch } from '../../data/list-search.ts';
import { useMember } from '../../data/session.ts';
import {
  type TicketFilter,
  type TicketScope,
  ticketsQuery,
  useMarkAllRead,
} from '../../data/tickets.ts';
import { usePortalTitle } from '../../parts/portal-title.ts';
import { TicketRows } from '../../parts/ticket-rows.tsx';
import { ListFilters } from './list-filters.tsx';

/** Tickets of one's own. */
export function MyTicketsPage() {
  return <ListPage scope="own" to="/tickets" search={useSearch({ from: '/members/tickets' })} />;
}

/** All tickets of the company, for main contacts. */
export function CompanyTicketsPage() {
  const { t } = useTranslation('portal');
  const { contact } = useMember();
  const search = useSearch({ from: '/members/company-tickets' });
  usePortalTitle(t('list.companyTitle'));
  if (!contact.isMainContact) {
    return (
      <EmptyState icon={IconLock} title={t('list.onlyMainTitle')}>
        {t('list.onlyMain')}
      </EmptyState>
    );
  }
  return <ListPage scope="company" to="/company-tickets" search={search} />;
}

function ListPage(props: {
  scope: TicketScope;
  to: '/tickets' | '/company-tickets';
  search: ListSearch;
}) {
  const { t } = useTranslation('portal');
  const navigate = useNavigate();
  const { scope, to } = props;
  const { show, search, person } = props.search;
  const title = t(scope === 'company' ? 'list.companyTitle' : 'list.myTitle');
  usePortalTitle(title);
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Title order={1}>{title}</Title>
        <Group gap="sm">
          {scope === 'company' && (
            <Button
              component={Link}
              to="/people"
              size="md"
              variant="default"
              leftSection={<IconUsers size="1.25rem" aria-hidden />}
            >
              {t('shell.people')}
            </Button>
          )}
          <Button
            component={Link}
            to="/tickets/new"
            size="md"
            leftSection={<IconMessagePlus size="1.25rem" aria-hidden />}
          >
            {t('shell.openTicket')}
          </Button>
        </Group>
      </Group>
      <ListFilters
        key={scope}
        show={show}
        search={search}
        person={person}
        withPerson={scope === 'company'}
        onChange={(changed, isTyping) =>
          void navigate({ to, search: changed, replace: isTyping, resetScroll: false })
        }
      />
      <FoundTickets
        filter={{
          scope,
          status: show && FILTER_STATUSES[show],
          search,
          contactId: scope === 'company' ? person : undefined,
        }}
      />
    </Stack>
  );
}

function FoundTickets({ filter }: { filter: TicketFilter }) {
  const { t } = useTranslation('portal');
  const tickets = useInfiniteQuery({
    ...ticketsQuery(filter),
    placeholderData: keepPreviousData,
  });
  if (tickets.isPending) return <LoadingRows height="3.5rem" />;
  if (tickets.isError)
    return <ErrorState error={tickets.error} onRetry={() => void tickets.refetch()} />;
  const items = tickets.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <NoTickets filter={filter} />;
  return (
    <div aria-busy={tickets.isPlaceholderData}>
      <Group justify="space-between" mb="sm" mih="2.25rem">
        <Text size="sm" c="dimmed" role="status">
          {t('list.count', { count: items.length })}
        </Text>
        {items.some(({ isUnread }) => isUnread) && <MarkAllRead />}
      </Group>
      <TicketRows tickets={items} withContact={filter.scope === 'company'} />
      <LoadMore
        hasMore={tickets.hasNextPage}
        isLoading={tickets.isFetchingNextPage}
        onLoad={() => void tickets.fetchNextPage()}
      />
    </div>
  );
}

function MarkAllRead() {
  const { t } = useTranslation('portal');
  const mark = useMarkAllRead();
  return (
    <Button
      variant="subtle"
      size="sm"
      loading={mark.isPending}
      onClick={() => mark.mutate(undefined, { onError: notifyProblem })}
    >
      {t('list.markAllRead')}
    </Button>
  );
}

function NoTickets({ filter }: { filter: TicketFilter }) {
  const { t } = useTranslation('portal');
  const { status, search, contactId } = filter;
  if (status === undefined && search === undefined && contactId === undefined) {
    return (
      <EmptyState
        icon={IconTicket}
        title={t('list.emptyTitle')}
        action={
          <Button component={Link} to="/tickets/new">
            {t('shell.openTicket')}
          </Button>
        }
      >
        {t(filter.scope === 'company' ? 'list.emptyCompany' : 'list.emptyMine')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconSearchOff}
      title={t('list.nothingFound')}
      action={
        <Button
          variant="default"
          renderRoot={(button) => (
            <Link to={filter.scope === 'company' ? '/company-tickets' : '/tickets'} {...button} />
          )}
        >
          {t('list.showAll')}
        </Button>
      }
    >
      {t('list.nothingFoundLead')}
    </EmptyState>
  );
}
