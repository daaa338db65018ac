import { Select, Skeleton, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { devicesQuery, type PortalDevice } from '../../data/devices.ts';
import { useKindOfDevice } from '../../parts/device-words.tsx';
import type { ChosenDevice } from './chosen-device.ts';
import classes from './device-field.module.css';

const SEARCH_AFTER_MS = 200;
const SHOWN = 20;

/** Which of one's devices it is about, found among any number; nothing where there are none. */
export function DeviceField(props: {
  device: ChosenDevice;
  error: string | undefined;
  onChange: (id: number | undefined) => void;
}) {
  const { isShown, isGone, device } = props.device;
  const first = useInfiniteQuery({ ...devicesQuery('', SHOWN), enabled: isShown });
  if (!isShown) return null;
  if (first.isPending) return <Skeleton height="4.25rem" maw="26rem" />;
  const hasAny = (first.data?.pages[0]?.items.length ?? 0) > 0;
  // What was chosen has to be seen, and that it is gone, even if it was the only one.
  return hasAny || isGone || device ? (
    <DeviceSelect {...props} hasMany={first.data?.pages[0]?.nextCursor != null} />
  ) : null;
}

function DeviceSelect(props: {
  device: ChosenDevice;
  error: string | undefined;
  hasMany: boolean;
  onChange: (id: number | undefined) => void;
}) {
  const { t } = useTranslation('portal-devices');
  const { device: chosen, isGone } = props.device;
  const [words, setWords] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  // The field holds the chosen name, by which others are not to be found.
  const [search] = useDebouncedValue(words === chosen?.name ? '' : words.trim(), SEARCH_AFTER_MS);
  const devices = useInfiniteQuery({
    ...devicesQuery(search, SHOWN),
    placeholderData: keepPreviousData,
  });
  const page = devices.data?.pages[0];
  const found = page?.items ?? [];
  const isAmong = chosen === undefined || found.some(({ id }) => id === chosen.id);
  const offered = isAmong ? found : [chosen, ...found];
  return (
    <div>
      <Select
        label={t('field')}
        description={props.hasMany ? t('fieldHint') : undefined}
        placeholder={t('none')}
        size="md"
        maw="26rem"
        searchable
        clearable
        // Mantine keeps its button from keyboards and readers; here it is the only way back.
        clearButtonProps={{ 'aria-label': t('clear'), 'aria-hidden': false, tabIndex: 0 }}
        // The list of options itself is what scrolls, as readers and keyboards expect it.
        withScrollArea={false}
        comboboxProps={{ withinPortal: false }}
        classNames={{ options: classes.options }}
        nothingFoundMessage={devices.isSuccess ? t('noneFound') : undefined}
        error={isGone ? t('chosenGone') : props.error}
        data={offered.map(({ id, name }) => ({ value: String(id), label: name }))}
        renderOption={({ option: { value } }) => (
          <Option device={offered.find(({ id }) => String(id) === value)} />
        )}
        // What the server found also matches by the system.
        filter={({ options }) => options}
        value={chosen === undefined ? null : String(chosen.id)}
        onSearchChange={setWords}
        onDropdownOpen={() => setIsOpen(true)}
        onDropdownClose={() => setIsOpen(false)}
        onChange={(value) => props.onChange(value === null ? undefined : Number(value))}
      />
      <VisuallyHidden role="status">
        {isOpen && page && !devices.isPlaceholderData && (
          <FoundDevices count={found.length} hasMore={page.nextCursor !== null} />
        )}
      </VisuallyHidden>
    </div>
  );
}

/** Names of machines say little: the kind stands below. */
function Option({ device }: { device: PortalDevice | undefined }) {
  const kindOf = useKindOfDevice();
  if (!device) return null;
  return (
    <span className={classes.option}>
      <bdi>{device.name}</bdi>
      <span className={classes.kind}>{kindOf(device)}</span>
    </span>
  );
}

/** For who does not see the list. */
function FoundDevices({ count, hasMore }: { count: number; hasMore: boolean }) {
  const { t } = useTranslation('portal-devices');
  if (count === 0) return t('noneFound');
  return t(hasMore ? 'foundMany' : 'found', { count });
}
