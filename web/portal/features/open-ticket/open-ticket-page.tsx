import { Stack, Text, Title } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortalTicketPage } from '../../data/tickets.ts';
import { usePortalTitle } from '../../parts/portal-title.ts';
import { OpenTicketForm } from './open-ticket-form.tsx';
import { TicketOpened } from './ticket-opened.tsx';

const route = getRouteApi('/members/tickets/new');

export function OpenTicketPage() {
  const { t } = useTranslation('portal');
  const { article, device } = route.useSearch();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<PortalTicketPage | null>(null);
  usePortalTitle(t(opened ? 'newTicket.doneTitle' : 'newTicket.title'));
  if (opened) return <TicketOpened ticket={opened} onAnother={() => setOpened(null)} />;
  return (
    <Stack gap="lg" maw="52rem" mx="auto">
      <div>
        <Title order={1}>{t('newTicket.title')}</Title>
        <Text c="dimmed" size="lg">
          {t('newTicket.lead')}
        </Text>
      </div>
      <OpenTicketForm
        article={article}
        device={device}
        onDeviceChosen={() =>
          void navigate({ to: '/tickets/new', search: { article }, replace: true })
        }
        onOpened={setOpened}
      />
    </Stack>
  );
}
