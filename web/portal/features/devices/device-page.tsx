import { Anchor, Button, Group, Paper, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft, IconMapSearch, IconMessagePlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { LoadMore } from '#web/ui/load-more.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { deviceQuery, type PortalDevice } from '../../data/devices.ts';
import { useMember } from '../../data/session.ts';
import { useSite } from '../../data/site.ts';
import { ticketsQuery } from '../../data/tickets.ts';
import { DeviceState, useKindOfDevice } from '../../parts/device-words.tsx';
import { usePortalTitle } from '../../parts/portal-title.ts';
import { TicketRows } from '../../parts/ticket-rows.tsx';
import classes from './device-page.module.css';
import { DevicesNotShown, isNotShown } from './devices-not-shown.tsx';
import { LastSeen } from './last-seen.tsx';

const route = getRouteApi('/members/devices/$id');

/** One machine: what it is, whether it is there, what was asked about it, and the way to ask. */
export function DevicePage() {
  const { t } = useTranslation(['portal-devices', 'portal']);
  const params = route.useParams();
  const { contact } = useMember();
  const id = /^[1-9]\d{0,14}$/.test(params.id) ? Number(params.id) : 0;
  const isShown = useSite().data?.showsDevices ?? true;
  const {
    data: device,
    error,
    refetch,
  } = useQuery({ ...deviceQuery(id), enabled: isShown && id > 0 });
  const list = t(contact.isMainContact ? 'portal:shell.companyDevices' : 'portal:shell.myDevices');
  usePortalTitle(device?.name ?? list);
  if (!isShown || isNotShown(error)) return <DevicesNotShown />;
  if (id === 0 || (isApiError(error) && error.status === 404)) return <NoDevice list={list} />;
  if (!device) {
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
        renderRoot={(anchor) => <Link to="/devices" {...anchor} />}
      >
        <IconArrowLeft size="1.25rem" aria-hidden />
        &nbsp;{list}
      </Anchor>
      <DeviceHead device={device} />
      <TicketsAbout device={device} />
    </Stack>
  );
}

function DeviceHead({ device }: { device: PortalDevice }) {
  const { t } = useTranslation('portal-devices');
  const kindOf = useKindOfDevice();
  return (
    <Stack gap="md">
      <div>
        <Title order={1} dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {device.name}
        </Title>
        <Text c="dimmed">{kindOf(device)}</Text>
      </div>
      <Paper radius="lg" p="md" bg="var(--portico-surface)">
        <Group justify="space-between" gap="md">
          <Group gap="sm">
            <DeviceState state={device.state} />
            <LastSeen device={device} />
          </Group>
          <Button
            size="md"
            classNames={{ root: classes.button, label: classes.words }}
            leftSection={<IconMessagePlus size="1.25rem" aria-hidden />}
            renderRoot={(button) => (
              <Link to="/tickets/new" search={{ device: device.id }} {...button} />
            )}
          >
            {t('openTicketAboutThis')}
          </Button>
        </Group>
      </Paper>
    </Stack>
  );
}

/** One's own, for a main contact the company's. */
function TicketsAbout({ device }: { device: PortalDevice }) {
  const { t } = useTranslation('portal-devices');
  const { isMainContact } = useMember().contact;
  const tickets = useInfiniteQuery(
    ticketsQuery({ scope: isMainContact ? 'company' : 'own', deviceId: device.id }),
  );
  const items = tickets.data?.pages.flatMap((page) => page.items);
  return (
    <section aria-labelledby="about">
      <Title order={2} id="about" mb="sm">
        {t('tickets')}
      </Title>
      {items === undefined && tickets.error && (
        <ErrorState error={tickets.error} onRetry={() => void tickets.refetch()} />
      )}
      {tickets.isPending && <LoadingRows rows={3} height="3.5rem" />}
      {items?.length === 0 && <Text c="dimmed">{t('noTickets')}</Text>}
      {items && items.length > 0 && (
        <>
          <TicketRows tickets={items} withContact={isMainContact} />
          <LoadMore
            hasMore={tickets.hasNextPage}
            isLoading={tickets.isFetchingNextPage}
            onLoad={() => void tickets.fetchNextPage()}
          />
        </>
      )}
    </section>
  );
}

function NoDevice({ list }: { list: string }) {
  const { t } = useTranslation('portal-devices');
  return (
    <>
      <VisuallyHidden>
        <h1>{t('goneTitle')}</h1>
      </VisuallyHidden>
      <EmptyState
        icon={IconMapSearch}
        title={t('goneTitle')}
        action={
          <Anchor component={Link} to="/devices">
            {list}
          </Anchor>
        }
      >
        {t('gone')}
      </EmptyState>
    </>
  );
}
