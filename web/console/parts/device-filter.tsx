import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deviceQuery } from '../data/devices.ts';
import { useCan } from '../data/session.ts';
import { DeviceSelect } from './device-select.tsx';
import { FilterMark, filterWidth } from './filter-bar.tsx';
import { numberOf } from './list-address.ts';

interface DeviceFilterProps {
  /** The id that the address holds. */
  value: string | undefined;
  onChange: (device: string | undefined) => void;
}

/** Only what is about one device. Offers those of one customer, if that is said. */
export function DeviceFilter(props: DeviceFilterProps & { customer: string | undefined }) {
  const { t } = useTranslation('console');
  const mayLook = useCan()('devices.view');
  const id = numberOf(props.value);
  const device = useQuery({ ...deviceQuery(id ?? 0), enabled: mayLook && id !== undefined });
  if (!mayLook) return null;
  const known = device.data?.id === id ? device.data?.name : undefined;
  const name = known ?? (device.isError ? t('list.unknown') : '');
  return (
    <DeviceSelect
      aria-label={t('tickets.device')}
      placeholder={t('tickets.device')}
      w={filterWidth('11rem')}
      customerId={numberOf(props.customer)}
      chosen={id === undefined ? null : { id, name }}
      onChoose={(chosen) => props.onChange(chosen ? String(chosen.id) : undefined)}
    />
  );
}

/** The same for who may not see devices, and came by an address with one in it. */
export function DeviceFilterMark(props: DeviceFilterProps) {
  const { t } = useTranslation('console');
  const mayLook = useCan()('devices.view');
  if (mayLook || props.value === undefined) return null;
  return <FilterMark label={t('list.oneDevice')} onRemove={() => props.onChange(undefined)} />;
}
