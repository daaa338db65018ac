import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InboundState, OutboundState } from '../../data/mail.ts';

const INBOUND_COLORS: Record<InboundState, string> = {
  received: 'gray',
  newTicket: 'accent',
  appended: 'accent',
  bounce: 'gray',
  suspended: 'amber',
  dropped: 'gray',
};
const OUTBOUND_COLORS: Record<OutboundState, string> = {
  queued: 'gray',
  sent: 'green',
  failed: 'red',
  bounced: 'red',
};

export function InboundStateBadge({ state }: { state: InboundState }) {
  const { t } = useTranslation('admin');
  return (
    <Badge variant="light" tt="none" color={INBOUND_COLORS[state]}>
      {t(`incoming.states.${state}`)}
    </Badge>
  );
}

export function OutboundStateBadge({ state }: { state: OutboundState }) {
  const { t } = useTranslation('admin');
  return (
    <Badge variant="light" tt="none" color={OUTBOUND_COLORS[state]}>
      {t(`outgoing.states.${state}`)}
    </Badge>
  );
}
