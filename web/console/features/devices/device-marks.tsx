import { Badge, Group, Text } from '@mantine/core';
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
import classes from './device-marks.module.css';
import type { DeviceState } from './device-search.ts';

const STATE_ICONS = {
  online: IconCircleCheck,
  offline: IconCircleX,
  stale: IconClockPause,
  waiting: IconHourglassEmpty,
} as const;

const TYPE_ICONS = {
  workstation: IconDeviceDesktop,
  laptop: IconDeviceLaptop,
  server: IconServer,
  other: IconRouter,
} as const;

const SEVERITY_COLORS = { information: 'accent', warning: 'amber', critical: 'red' } as const;

/**
 * State as shape, colour and word: colour alone would leave some readers out. Of a device of which
 * nothing is known yet, `source` says who has to tell: its agent, or checks.
 */
export function DeviceStateMark(props: {
  state: DeviceState;
  source?: DeviceRow['source'] | undefined;
}) {
  const { t } = useTranslation('devices');
  const { state, source } = props;
  const Icon = STATE_ICONS[state];
  return (
    <Group gap="xs" wrap="nowrap" component="span" className={classes.mark}>
      <Icon size="1rem" className={classes.state} data-state={state} aria-hidden />
      <Text span inherit>
        {state === 'waiting' && source ? t(`waiting.${source}`) : t(`state.${state}`)}
      </Text>
    </Group>
  );
}

export function DeviceTypeMark({ type }: { type: DeviceType }) {
  const { t } = useTranslation('devices');
  const Icon = TYPE_ICONS[type];
  return (
    <Group gap="xs" wrap="nowrap" component="span" className={classes.mark}>
      <Icon size="1rem" stroke={1.5} aria-hidden />
      <Text span inherit>
        {t(`type.${type}`)}
      </Text>
    </Group>
  );
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
