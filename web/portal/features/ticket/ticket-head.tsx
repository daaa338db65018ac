import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { PersonAvatar } from '#web/ui/person.tsx';

import { useSite } from '../../data/site.ts';
import { type PortalTicketPage, useTicketClosure } from '../../data/tickets.ts';
import { StatusChip } from '../../parts/status-chip.tsx';
import { When } from '../../parts/when.tsx';

/** What it is about and where it stands, in plain words. */
export function TicketHead({ ticket }: { ticket: PortalTicketPage }) {
  const { t } = useTranslation('portal');
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h1" dir="auto">
          {ticket.subject}
        </Title>
        <Text c="dimmed" size="sm">
          {t('list.ticket', { number: ticket.number })} ·{' '}
          {ticket.contact && <>{t('ticket.openedBy', { name: ticket.contact.name })} · </>}
          <When at={ticket.createdAt} />
        </Text>
        {ticket.followsNumber !== null && (
          <Anchor
            size="sm"
            renderRoot={(anchor) => (
              <Link
                to="/tickets/$number"
                params={{ number: String(ticket.followsNumber) }}
                {...anchor}
              />
            )}
          >
            {t('ticket.follows', { number: ticket.followsNumber })}
          </Anchor>
        )}
      </div>
      <Paper radius="lg" p="md" bg="var(--portico-surface)">
        <Group justify="space-between" gap="md">
          <Stack gap="xs" flex="1 1 16rem">
            <Group gap="sm">
              <StatusChip status={ticket.status} />
              {ticket.assignee && (
                <Group gap="xs" wrap="nowrap">
                  <PersonAvatar
                    name={ticket.assignee.name}
                    pictureUrl={ticket.assignee.pictureUrl}
                    color="accent"
                  />
                  <Text size="sm" c="dimmed">
                    {t('ticket.assignee', { name: ticket.assignee.name })}
                  </Text>
                </Group>
              )}
            </Group>
            <Text>{t(`ticket.explain.${ticket.status}`)}</Text>
            <ShownFields ticket={ticket} />
          </Stack>
          <ClosureButton ticket={ticket} />
        </Group>
      </Paper>
    </Stack>
  );
}

/** What the company lets contacts see beside the status. */
function ShownFields({ ticket: { priority, impact, device } }: { ticket: PortalTicketPage }) {
  const { t } = useTranslation(['member', 'common', 'portal-devices']);
  const shown = [
    priority && t('fields.priorityIs', { value: t(`common:ticketPriority.${priority}`) }),
    impact && t('fields.impactIs', { value: t(`fields.impacts.${impact}`) }),
  ].filter(Boolean);
  return (
    <>
      {shown.length > 0 && (
        <Text size="sm" c="dimmed">
          {shown.join(' · ')}
        </Text>
      )}
      {device && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('portal-devices:deviceIs')} <DeviceName {...device} />
        </Text>
      )}
    </>
  );
}

/** Leads to the device, unless it is one that the reader may know by this ticket only. */
function DeviceName({ id, name }: { id: number | null; name: string }) {
  if (id === null) return <bdi>{name}</bdi>;
  return (
    <Anchor
      dir="auto"
      renderRoot={(anchor) => <Link to="/devices/$id" params={{ id: String(id) }} {...anchor} />}
    >
      {name}
    </Anchor>
  );
}

/** Where the company leaves it to contacts; else they write, and the support does it. */
function ClosureButton({ ticket }: { ticket: PortalTicketPage }) {
  const { t } = useTranslation('portal');
  const { data: site } = useSite();
  const closure = useTicketClosure(ticket.number);
  const isSolved = ticket.status === 'resolved' || ticket.status === 'closed';
  if (isSolved && ticket.isOver) return null;
  const Icon = isSolved ? IconArrowBackUp : IconCheck;
  if (!(isSolved ? site?.contactsMayReopen : site?.contactsMayClose)) return null;
  return (
    <Button
      variant="default"
      size="md"
      leftSection={<Icon size="1.125rem" aria-hidden />}
      loading={closure.isPending}
      onClick={() =>
        closure.mutate(!isSolved, {
          onSuccess: () => notifyDone(t(isSolved ? 'ticket.reopened' : 'ticket.solved')),
          onError: notifyProblem,
        })
      }
    >
      {t(isSolved ? 'ticket.reopen' : 'ticket.solve')}
    </Button>
  );
}
