import { ActionIcon, Group, Stack, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '#web/api/types.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { notifyProblem } from '#web/ui/notify.ts';
import { PersonAvatar } from '#web/ui/person.tsx';
import { useCan } from '../../data/session.ts';
import { removeParticipant, ticketQuery } from '../../data/tickets.ts';

/** The contact of a ticket, the customer, and who else gets the answers. */
export function TicketPeople({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('console');
  return (
    <Stack gap="lg">
      {ticket.contact && (
        <section>
          <Title order={2} mb="sm">
            {t('tickets.contact')}
          </Title>
          <Group gap="sm" wrap="nowrap">
            <PersonAvatar name={ticket.contact.name || ticket.contact.email} size="2rem" />
            <Stack gap={0} miw={0}>
              <AnchorLink to="/contacts/$id" params={{ id: String(ticket.contact.id) }} truncate>
                {ticket.contact.name || ticket.contact.email}
              </AnchorLink>
              <Text size="sm" c="dimmed" truncate>
                {ticket.contact.email}
              </Text>
              <CustomerLink ticket={ticket} />
            </Stack>
          </Group>
        </section>
      )}
      <Participants ticket={ticket} />
    </Stack>
  );
}

function CustomerLink({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('console');
  if (ticket.customer) {
    return (
      <AnchorLink
        to="/customers/$id"
        params={{ id: String(ticket.customer.id) }}
        size="sm"
        truncate
      >
        {ticket.customer.name}
      </AnchorLink>
    );
  }
  return (
    <AnchorLink to="/customers/unassigned" size="sm">
      {t('tickets.assignCustomer')}
    </AnchorLink>
  );
}

function Participants({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('console');
  const can = useCan();
  const queryClient = useQueryClient();
  const removing = useMutation({
    mutationFn: (address: string) => removeParticipant(ticket.number, address),
    onSuccess: () =>
      queryClient.invalidateQueries({ queryKey: ticketQuery(ticket.number).queryKey }),
    onError: notifyProblem,
  });
  if (ticket.participants.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('tickets.participants')}
      </Title>
      <Stack gap="xs">
        {ticket.participants.map(({ address, name }) => (
          <Group key={address} gap="sm" wrap="nowrap">
            <PersonAvatar name={name || address} />
            <Text size="sm" truncate flex={1} title={address}>
              {name || address}
            </Text>
            {can('tickets.update') && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('tickets.removeParticipant', { address })}
                onClick={() => removing.mutate(address)}
              >
                <IconX size="1rem" />
              </ActionIcon>
            )}
          </Group>
        ))}
      </Stack>
    </section>
  );
}
