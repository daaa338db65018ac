import { Group, Text } from '@mantine/core';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconEyeCheck,
  IconInfoCircle,
  IconZzz,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AlertState, Severity } from '#shared/alerts.ts';
import classes from './alert-marks.module.css';

const SEVERITY_ICONS = {
  information: IconInfoCircle,
  warning: IconAlertTriangle,
  critical: IconAlertOctagon,
} as const;

const STATE_ICONS = {
  open: IconCircle,
  acknowledged: IconEyeCheck,
  snoozed: IconZzz,
  resolved: IconCircleCheck,
} as const;

/** Severity as shape, colour and word: colour alone would leave some readers out. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const { t } = useTranslation('alerts');
  const Icon = SEVERITY_ICONS[severity];
  return (
    <Group gap="xs" wrap="nowrap" component="span" className={classes.mark}>
      <Icon size="1rem" className={classes.severity} data-severity={severity} aria-hidden />
      <Text span inherit>
        {t(`severities.${severity}`)}
      </Text>
    </Group>
  );
}

export function StateMark({ state }: { state: AlertState }) {
  const { t } = useTranslation('alerts');
  const Icon = STATE_ICONS[state];
  return (
    <Group gap="xs" wrap="nowrap" component="span" className={classes.mark}>
      <Icon size="1rem" className={classes.state} data-state={state} aria-hidden />
      <Text span inherit>
        {t(`states.${state}`)}
      </Text>
    </Group>
  );
}
