import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { ticketAlertsQuery } from '../../data/alerts.ts';
import { SeverityMark, StateMark } from './alert-marks.tsx';

/** The alerts that a ticket is about, beside it; nothing for a ticket without. */
export function AlertsOfTicket({ number }: { number: number }) {
  const { t } = useTranslation('alerts');
  const alerts = useQuery(ticketAlertsQuery(number));
  const items = alerts.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('title')}
      </Title>
      <Stack gap="sm">
        {items.map((alert) => (
          <div key={alert.id}>
            <AnchorLink to="/alerts/$id" params={{ id: String(alert.id) }} size="sm">
              {alert.title}
            </AnchorLink>
            <Text size="sm" c="dimmed" component="div">
              <SeverityMark severity={alert.severity} /> <StateMark state={alert.state} />
            </Text>
          </div>
        ))}
      </Stack>
    </section>
  );
}
