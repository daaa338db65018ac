import { Anchor, Text } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconDeviceLaptop,
  IconDevices2,
  type IconProps,
  IconServer2,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortalDevice } from '../../data/devices.ts';
import { DeviceState, useKindOfDevice } from '../../parts/device-words.tsx';
import classes from './device-row.module.css';
import { LastSeen } from './last-seen.tsx';

const ICONS: Record<PortalDevice['type'], ComponentType<IconProps>> = {
  workstation: IconDeviceDesktop,
  laptop: IconDeviceLaptop,
  server: IconServer2,
  other: IconDevices2,
};

/** Which machine it is and whether it is there; the name leads to more, the link at the end to help. */
export function DeviceRow({ device }: { device: PortalDevice }) {
  const { t } = useTranslation('portal-devices');
  const kindOf = useKindOfDevice();
  const { id, name, type, state, openTicketCount } = device;
  const Icon = ICONS[type];
  return (
    <li className={classes.row}>
      <Icon size="1.75rem" stroke={1.5} aria-hidden className={classes.icon} />
      <div className={classes.what}>
        <Anchor
          fw={600}
          dir="auto"
          renderRoot={(anchor) => (
            <Link to="/devices/$id" params={{ id: String(id) }} {...anchor} />
          )}
        >
          {name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {kindOf(device)}
        </Text>
        {openTicketCount > 0 && (
          <Text size="sm">{t('openTickets', { count: openTicketCount })}</Text>
        )}
      </div>
      <div className={classes.state}>
        <DeviceState state={state} />
        <LastSeen device={device} />
      </div>
      <Anchor
        size="sm"
        className={classes.ask}
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
