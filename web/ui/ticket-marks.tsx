import { Group, Text } from '@mantine/core';
import {
  IconAntennaBars2,
  IconAntennaBars3,
  IconAntennaBars5,
  IconCircle,
  IconCircleCheck,
  IconCircleX,
  IconFlame,
  IconProgressHelp,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketPriority, TicketStatus } from '#shared/tickets.ts';
import classes from './ticket-marks.module.css';

const STATUS_ICONS = {
  open: IconCircle,
  pending: IconProgressHelp,
  resolved: IconCircleCheck,
  closed: IconCircleX,
} as const;

const PRIORITY_ICONS = {
  low: IconAntennaBars2,
  medium: IconAntennaBars3,
  high: IconAntennaBars5,
  critical: IconFlame,
} as const;

/** Status as shape, colour and word: colour alone would leave some readers out. */
export function StatusBadge({ status }: { status: TicketStatus }) {
  const { t } = useTranslation('common');
  const Icon = STATUS_ICONS[status];
  return (
    <Group gap="xs" wrap="nowrap" component="span" className={classes.mark}>
      <Icon size="1rem" className={classes.status} data-status={status} aria-hidden />
      <Text span inherit>
        {t(`ticketStatus.${status}`)}
      </Text>
    </Group>
  );
}

export function PriorityMark({ priority }: { priority: TicketPriority }) {
  const { t } = useTranslation('common');
  const Icon = PRIORITY_ICONS[priority];
  return (
    <Group gap="xs" wrap="nowrap" component="span" className={classes.mark}>
      <Icon size="1rem" className={classes.priority} data-priority={priority} aria-hidden />
      <Text span inherit>
        {t(`ticketPriority.${priority}`)}
      </Text>
    </Group>
  );
}
