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
import { Mark } from '#web/ui/mark.tsx';

const SEVERITIES = {
  information: { icon: IconInfoCircle, tone: 'accent' },
  warning: { icon: IconAlertTriangle, tone: 'amber' },
  critical: { icon: IconAlertOctagon, tone: 'red' },
} as const;

const STATES = {
  open: { icon: IconCircle, tone: 'accent' },
  acknowledged: { icon: IconEyeCheck, tone: 'gray' },
  snoozed: { icon: IconZzz, tone: 'gray' },
  resolved: { icon: IconCircleCheck, tone: 'green' },
} as const;

export function SeverityMark({ severity }: { severity: Severity }) {
  const { t } = useTranslation('alerts');
  return <Mark {...SEVERITIES[severity]}>{t(`severities.${severity}`)}</Mark>;
}

export function StateMark({ state }: { state: AlertState }) {
  const { t } = useTranslation('alerts');
  return <Mark {...STATES[state]}>{t(`states.${state}`)}</Mark>;
}
