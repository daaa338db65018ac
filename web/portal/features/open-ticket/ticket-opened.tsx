import { Button, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortalTicketPage } from '../../data/tickets.ts';

/** The confirmation, with the number to name on the phone. */
export function TicketOpened(props: { ticket: PortalTicketPage; onAnother: () => void }) {
  const { t } = useTranslation('portal');
  const title = useRef<HTMLHeadingElement>(null);
  // The form is gone: who cannot see the page is told where the focus went.
  useEffect(() => title.current?.focus(), []);
  return (
    <Paper radius="lg" p="xl" maw="40rem" mx="auto">
      <Stack gap="md" align="flex-start">
        <ThemeIcon size="xl" radius="xl" color="green" variant="light">
          <IconCheck aria-hidden />
        </ThemeIcon>
        <Title order={1} ref={title} tabIndex={-1}>
          {t('newTicket.doneTitle')}
        </Title>
        <Text size="lg" fw={600}>
          {t('newTicket.doneNumber', { number: props.ticket.number })}
        </Text>
        <Text>{t('newTicket.doneLead')}</Text>
        <Group gap="md" mt="sm">
          <Button
            size="md"
            renderRoot={(button) => (
              <Link
                to="/tickets/$number"
                params={{ number: String(props.ticket.number) }}
                {...button}
              />
            )}
          >
            {t('newTicket.look')}
          </Button>
          <Button size="md" variant="default" onClick={props.onAnother}>
            {t('newTicket.another')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
