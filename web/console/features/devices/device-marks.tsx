import { Badge } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleX,
  IconClockPause,
  IconDeviceDesktop,
  IconDeviceLaptop,
  IconHourglassEmpty,
  IconRouter,
  IconServer,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeviceType } from '#shared/agent-protocol.ts';
import type { DeviceRow } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { Mark } from '#web/ui/mark.tsx';
import type { DeviceState } from './device-search.ts';

const STATES = {
  online: { icon: IconCircleCheck, tone: 'green' },
  offline: { icon: IconCircleX, tone: 'red' },
  stale: { icon: IconClockPause, tone: 'amber' },
  waiting: { icon: IconHourglassEmpty, tone: 'gray' },
} as const;

const TYPE_ICONS = {
  workstation: IconDeviceDesktop,
  laptop: IconDeviceLaptop,
  server: IconServer,
  other: IconRouter,
} as const;

const SEVERITY_COLORS = { information: 'accent', warning: 'amber', critical: 'red' } as const;

/** @param props.source says who has to tell, while nothing is known yet: its agent, or checks */
export function DeviceStateMark(props: {
  state: DeviceState;
  source?: DeviceRow['source'] | undefined;
}) {
  const { t } = useTranslation('devices');
  const { state, source } = props;
  return (
    <Mark {...STATES[state]}>
      {state === 'waiting' && source ? t(`waiting.${source}`) : t(`state.${state}`)}
    </Mark>
  );
}

export function DeviceTypeMark({ type }: { type: DeviceType }) {
  const { t } = useTranslation('devices');
  return <Mark icon={TYPE_ICONS[type]}>{t(`type.${type}`)}</Mark>;
}

/** How many alerts wait on a device, in the colour of the worst; nothing when there are none. */
export function AlertCountMark(props: Pick<DeviceRow, 'openAlertCount' | 'worstSeverity'>) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  if (props.openAlertCount === 0 || !props.worstSeverity) return null;
  return (
    <Badge variant="light" color={SEVERITY_COLORS[props.worstSeverity]}>
      {t(`alertCount.${props.worstSeverity}`, {
        count: props.openAlertCount,
        number: formats.number(props.openAlertCount),
      })}
    </Badge>
  );
}
