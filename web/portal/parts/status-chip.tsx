import { Badge, type MantineColor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketStatus } from '#shared/tickets.ts';

const COLORS: Record<TicketStatus, MantineColor> = {
  open: 'accent',
  pending: 'amber',
  resolved: 'green',
  closed: 'gray',
};

/** The status in the contact's words, not in ours. */
export function StatusChip({ status }: { status: TicketStatus }) {
  const { t } = useTranslation('portal');
  return (
    <Badge variant="light" color={COLORS[status]} size="lg" tt="none" fw={600} flex="none">
      {t(`status.${status}`)}
    </Badge>
  );
}
