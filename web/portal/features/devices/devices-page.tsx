import { Anchor, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDeviceDesktop, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '#web/ui/load-more.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { devicesQuery, type PortalDevice } from '../../data/devices.ts';
import { useMember } from '../../data/session.ts';
import { usePortalTitle } from '../../parts/portal-title.ts';
import { When } from '../../parts/when.tsx';
import classes from './device-row.module.css';

const SEARCH_AFTER_MS = 300;

/** The machines that one works with; a main contact sees all of the company. */
export function DevicesPage() {
  const { t } = useTranslation(['portal-devices', 'portal']);
  const { contact, customerName } = useMember();
  const [words, setWords] = useState('');
  const isCompany = contact.isMainContact && customerName !== null;
  const title = t(isCompany ? 'portal:shell.companyDevices' : 'portal:shell.myDevices');
  usePortalTitle(title);
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{title}</Title>
        <Text c="dimmed">
          {isCompany ? t('companyLead', { customer: customerName }) : t('lead')}
        </Text>
      </div>
      <search>
        <TextInput
          type="search"
          label={t('search')}
          leftSection={<IconSearch size="1.125rem" aria-hidden />}
          size="md"
          maw="26rem"
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </search>
      <FoundDevices words={words} />
    </Stack>
  );
}

function FoundDevices({ words }: { words: string }) {
  const { t } = useTranslation('portal-devices');
  const [search] = useDebouncedValue(words.trim(), SEARCH_AFTER_MS);
  const devices = useInfiniteQuery({
    ...devicesQuery(search),
    placeholderData: keepPreviousData,
  });
  if (devices.isPending) return <LoadingRows height="4rem" />;
  if (devices.isError)
    return <ErrorState error={devices.error} onRetry={() => void devices.refetch()} />;
  const items = devices.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyState icon={IconDeviceDesktop} title={t(search ? 'noneFound' : 'empty')}>
        {t(search ? 'noneFoundLead' : 'emptyLead')}
      </EmptyState>
    );
  }
  return (
    <div aria-busy={devices.isPlaceholderData}>
      <ul className={classes.list}>
        {items.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </ul>
      <LoadMore
        hasMore={devices.hasNextPage}
        isLoading={devices.isFetchingNextPage}
        onLoad={() => void devices.fetchNextPage()}
      />
    </div>
  );
}

function DeviceRow({ device }: { device: PortalDevice }) {
  const { t } = useTranslation('portal-devices');
  const { id, name, type, os, state, lastSeenAt } = device;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Text fw={600} dir="auto">
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {[t(`type.${type}`), os].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Text size="sm" c="dimmed">
        {state === 'online' ? t('online') : t('offline')}
        {state !== 'online' && lastSeenAt && (
          <>
            {' · '}
            {t('lastSeen')} <When at={lastSeenAt} />
          </>
        )}
      </Text>
      <Anchor
        size="sm"
        renderRoot={(anchor) => (
          <Link
            to="/tickets/new"
            search={{ device: id }}
            aria-label={t('openTicketAbout', { name })}
            {...anchor}
          />
        )}
      >
        {t('openTicket')}
      </Anchor>
    </li>
  );
}
