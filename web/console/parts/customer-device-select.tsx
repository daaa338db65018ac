import type { SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan } from '../data/session.ts';
import { DeviceSelect, type NamedDevice } from './device-select.tsx';

/** A device of one customer; nothing where one may not see devices. */
export function CustomerDeviceSelect(
  props: Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
    customerId: number | null;
    /** The one that is set now. */
    chosen: NamedDevice | null;
    onChoose: (device: NamedDevice | null) => void;
  },
) {
  const { t } = useTranslation('console');
  const mayLook = useCan()('devices.view');
  if (!mayLook && !props.chosen) return null;
  return (
    <DeviceSelect
      label={t('tickets.device')}
      placeholder={t('tickets.noDevice')}
      {...props}
      disabled={props.disabled || !mayLook}
    />
  );
}
