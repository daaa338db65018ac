import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#web/api/types.ts';

type Delivery = NonNullable<Message['delivery']>;

const LOOK = {
  queued: { icon: IconClock, color: 'dimmed' },
  sent: { icon: IconCheck, color: 'dimmed' },
  failed: { icon: IconAlertTriangle, color: 'var(--mantine-color-error)' },
  bounced: { icon: IconAlertTriangle, color: 'var(--mantine-color-error)' },
} as const;

/** Below an answer: whether its mail left the house, and what came back if not. */
export function DeliveryState({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('console');
  const { icon: Icon, color } = LOOK[delivery.state];
  return (
    <Group gap="xs" mt="sm" wrap="nowrap" c={color} fz="xs">
      <Icon size="1rem" aria-hidden />
      <Text inherit>
        {t(`tickets.delivery.${delivery.state}`)}
        {delivery.error && `: ${delivery.error}`}
      </Text>
    </Group>
  );
}
