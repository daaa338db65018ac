import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PortalDevice } from '../data/devices.ts';

/** What kind of machine it is: "Laptop · Windows 11". */
export function useKindOfDevice(): (device: Pick<PortalDevice, 'type' | 'os'>) => string {
  const { t } = useTranslation('portal-devices');
  return ({ type, os }) => [t(`type.${type}`), os].filter(Boolean).join(' · ');
}

/** Whether it is there; one that is off for a week is as off as any. */
export function DeviceState({ state }: Pick<PortalDevice, 'state'>) {
  const { t } = useTranslation('portal-devices');
  const shown = state === 'stale' ? 'offline' : state;
  return (
    <Badge
      variant="light"
      color={shown === 'online' ? 'green' : 'gray'}
      size="lg"
      tt="none"
      fw={600}
      flex="none"
    >
      {t(`state.${shown}`)}
    </Badge>
  );
}
