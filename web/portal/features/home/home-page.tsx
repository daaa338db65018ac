import { Anchor, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconBuilding, IconDevices, IconMessagePlus, IconTicket } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { useMember } from '../../data/session.ts';
import { useSite } from '../../data/site.ts';
import { ticketsQuery } from '../../data/tickets.ts';
import { usePortalTitle } from '../../parts/portal-title.ts';
import { TicketRows } from '../../parts/ticket-rows.tsx';
import { Welcome } from '../../parts/welcome.tsx';
import { ChoiceCard } from './choice-card.tsx';
import { KnowledgeSearch } from './knowledge-search.tsx';

const RECENT = 5;

export function HomePage() {
  const { t } = useTranslation('portal');
  const { contact, customerName } = useMember();
  const { data: site } = useSite();
  usePortalTitle(t('shell.home'));
  const hasCompany = contact.isMainContact && customerName !== null;
  const hasDevices = site?.showsDevices ?? false;
  const isThree = hasCompany !== hasDevices;
  return (
    <Stack gap="xl">
      <div>
        <Title order={1}>
          {t('home.hello', { name: `${contact.firstName} ${contact.lastName}`.trim() })}
        </Title>
        <Text c="dimmed" size="lg">
          {t('home.lead')}
        </Text>
        <Welcome />
      </div>
      {site?.showsKnowledgeBase && <KnowledgeSearch />}
      <SimpleGrid cols={isThree ? { base: 1, md: 3 } : { base: 1, sm: 2 }} spacing="lg">
        <ChoiceCard
          to="/tickets/new"
          icon={IconMessagePlus}
          title={t('home.openTitle')}
          lead={t('home.openLead')}
          isMain
        />
        <ChoiceCard
          to="/tickets"
          icon={IconTicket}
          title={t('shell.myTickets')}
          lead={t('home.myLead')}
        />
        {hasCompany && (
          <ChoiceCard
            to="/company-tickets"
            icon={IconBuilding}
            title={t('shell.companyTickets')}
            lead={t('home.companyLead', { customer: customerName })}
          />
        )}
        {hasDevices && (
          <ChoiceCard
            to="/devices"
            icon={IconDevices}
            title={t(hasCompany ? 'shell.companyDevices' : 'shell.myDevices')}
            lead={
              hasCompany
                ? t('home.companyDevicesLead', { customer: customerName })
                : t('home.devicesLead')
            }
          />
        )}
      </SimpleGrid>
      <RecentTickets />
    </Stack>
  );
}

function RecentTickets() {
  const { t } = useTranslation('portal');
  const tickets = useInfiniteQuery(ticketsQuery({ scope: 'own' }, RECENT));
  const items = tickets.data?.pages[0]?.items;
  return (
    <section aria-labelledby="recent">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="recent">
          {t('home.recent')}
        </Title>
        {items && items.length > 0 && (
          <Anchor component={Link} to="/tickets">
            {t('home.all')}
          </Anchor>
        )}
      </Group>
      {items === undefined && tickets.error && (
        <ErrorState error={tickets.error} onRetry={() => void tickets.refetch()} />
      )}
      {tickets.isPending && <LoadingRows rows={3} height="3.5rem" />}
      {items?.length === 0 && <Text c="dimmed">{t('home.none')}</Text>}
      {items && items.length > 0 && <TicketRows tickets={items.slice(0, RECENT)} />}
    </section>
  );
}
