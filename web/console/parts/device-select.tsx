import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { deviceSearchQuery } from '../data/devices.ts';
import { useFoundOptions } from './use-found-options.ts';

export interface NamedDevice {
  id: number;
  name: string;
  /** Whose it is, where devices of all customers are offered. */
  customer?: { name: string };
}

/** A device found while typing; the chosen one keeps its name without being asked for. */
export function DeviceSelect({
  customerId,
  chosen,
  onChoose,
  ...props
}: Omit<SelectProps, 'value' | 'onChange' | 'data'> & {
  /** Whose devices are offered: everybody's if left out, nobody's if null. */
  customerId?: number | null | undefined;
  chosen: NamedDevice | null;
  onChoose: (device: NamedDevice | null) => void;
}) {
  const { searchBut, field } = useFoundOptions();
  const labelOf = ({ name, customer }: NamedDevice) =>
    customer && customerId === undefined ? `${name} (${customer.name})` : name;
  const found = useQuery({
    ...deviceSearchQuery(searchBut(chosen ? labelOf(chosen) : undefined), customerId ?? undefined),
    enabled: customerId !== null && !props.disabled,
  });
  const offered: NamedDevice[] = customerId === null ? [] : (found.data?.items ?? []);
  const devices = new Map(
    [...offered, ...(chosen ? [chosen] : [])].map((device) => [String(device.id), device]),
  );
  return (
    <Select
      {...field}
      {...props}
      disabled={props.disabled || customerId === null}
      data={[...devices].map(([value, device]) => ({ value, label: labelOf(device) }))}
      value={chosen ? String(chosen.id) : null}
      onChange={(value) => {
        const device = value === null ? undefined : devices.get(value);
        onChoose(device ? { id: device.id, name: device.name } : null);
      }}
    />
  );
}
