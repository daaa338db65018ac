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
import { Mark } from './mark.tsx';

const STATUSES = {
  open: { icon: IconCircle, tone: 'accent' },
  pending: { icon: IconProgressHelp, tone: 'amber' },
  resolved: { icon: IconCircleCheck, tone: 'green' },
  closed: { icon: IconCircleX, tone: 'gray' },
} as const;

const PRIORITIES = {
  low: { icon: IconAntennaBars2, tone: 'gray' },
  medium: { icon: IconAntennaBars3, tone: 'gray' },
  high: { icon: IconAntennaBars5, tone: 'amber' },
  critical: { icon: IconFlame, tone: 'red' },
} as const;

export function StatusBadge({ status }: { status: TicketStatus }) {
  const { t } = useTranslation('common');
  return <Mark {...STATUSES[status]}>{t(`ticketStatus.${status}`)}</Mark>;
}

export function PriorityMark({ priority }: { priority: TicketPriority }) {
  const { t } = useTranslation('common');
  return <Mark {...PRIORITIES[priority]}>{t(`ticketPriority.${priority}`)}</Mark>;
}
