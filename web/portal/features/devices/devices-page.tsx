import { Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDeviceDesktop, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '#web/ui/load-more.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { devicesQuery } from '../../data/devices.ts';
import { useMember } from '../../data/session.ts';
import { useSite } from '../../data/site.ts';
import { usePortalTitle } from '../../parts/portal-title.ts';
import classes from './device-row.module.css';
import { DeviceRow } from './device-row.tsx';
import { DevicesNotShown, isNotShown } from './devices-not-shown.tsx';

const route = getRouteApi('/members/devices');
const SEARCH_AFTER_MS = 300;

/** The machines that one works with; a main contact sees all of the company. */
export function DevicesPage() {
  const { t } = useTranslation(['portal-devices', 'portal']);
  const { contact, customerName } = useMember();
  const { search = '' } = route.useSearch();
  const isCompany = contact.isMainContact && customerName !== null;
  const title = t(isCompany ? 'portal:shell.companyDevices' : 'portal:shell.myDevices');
  usePortalTitle(title);
  const isShown = useSite().data?.showsDevices ?? true;
  const devices = useInfiniteQuery({
    ...devicesQuery(search),
    placeholderData: keepPreviousData,
    enabled: isShown,
  });
  if (!isShown || isNotShown(devices.error)) return <DevicesNotShown />;
  const items = devices.data?.pages.flatMap((page) => page.items);
  // Who has one or two machines finds them without looking for them.
  const isSearched = isCompany || search !== '' || (items?.length ?? 0) > 8;
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{title}</Title>
        <Text c="dimmed">
          {isCompany ? t('companyLead', { customer: customerName }) : t('lead')}
        </Text>
      </div>
      {isSearched && <SearchField search={search} />}
      {devices.isPending && <LoadingRows height="4rem" />}
      {devices.isError && (
        <ErrorState error={devices.error} onRetry={() => void devices.refetch()} />
      )}
      {!devices.isError && items?.length === 0 && <NoDevices search={search} isAll={isCompany} />}
      {!devices.isError && items && items.length > 0 && (
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
      )}
    </Stack>
  );
}

/** What is typed lives in the address, so that "back" from a device finds the list again. */
function SearchField({ search }: { search: string }) {
  const { t } = useTranslation('portal-devices');
  const navigate = useNavigate();
  const [words, setWords] = useState(search);
  const [asked, setAsked] = useState(search);
  if (search !== asked) {
    setAsked(search);
    setWords(search);
  }
  const look = useDebouncedCallback((value: string) => {
    const wanted = value.trim();
    setAsked(wanted);
    void navigate({
      to: '/devices',
      search: wanted === '' ? {} : { search: wanted },
      replace: true,
      resetScroll: false,
    });
  }, SEARCH_AFTER_MS);
  return (
    <search>
      <TextInput
        type="search"
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        leftSection={<IconSearch size="1.125rem" aria-hidden />}
        size="md"
        maw="26rem"
        maxLength={200}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          look(event.currentTarget.value);
        }}
      />
    </search>
  );
}

function NoDevices({ search, isAll }: { search: string; isAll: boolean }) {
  const { t } = useTranslation('portal-devices');
  return (
    <div role="status">
      <EmptyState icon={IconDeviceDesktop} title={t(search ? 'noneFound' : 'empty')}>
        {t(search ? 'noneFoundLead' : isAll ? 'emptyCompanyLead' : 'emptyLead')}
      </EmptyState>
    </div>
  );
}
