import { Alert, Anchor, Code, Stack, Text, Title } from '@mantine/core';
import { IconExternalLink, IconZzz } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { type AlertDetails, alertQuery } from '../../data/alerts.ts';
import { useCan } from '../../data/session.ts';
import { AlertActions } from './alert-actions.tsx';
import { AlertHistory } from './alert-history.tsx';
import { SeverityMark, StateMark } from './alert-marks.tsx';
import classes from './alert-view.module.css';

/** One alert: what is wrong, what its source said, and what has become of it. */
export function AlertView({ id }: { id: number }) {
  const { t } = useTranslation('alerts');
  const { data: alert } = useSuspenseQuery(alertQuery(id));
  const can = useCan();
  const labels = Object.entries(alert.labels).sort(([a], [b]) => a.localeCompare(b));
  return (
    <div>
      <PageHeader
        title={alert.title}
        before={
          <AnchorLink to="/alerts" size="sm" c="dimmed">
            {t('title')}
          </AnchorLink>
        }
        actions={
          can('alerts.manage') && alert.state !== 'resolved' && <AlertActions alerts={[alert]} />
        }
      />
      <div className={classes.layout}>
        <Facts alert={alert} />
        <Stack gap="lg" className={classes.said}>
          <Notices alert={alert} />
          {alert.text && <Text className={classes.text}>{alert.text}</Text>}
          {alert.url && (
            <Anchor href={alert.url} target="_blank" rel="noopener noreferrer">
              {t('openSource')} <IconExternalLink size="1rem" aria-hidden />
            </Anchor>
          )}
          {labels.length > 0 && (
            <section>
              <Title order={2} mb="sm">
                {t('labels')}
              </Title>
              <dl className={classes.labels}>
                {labels.map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
          <section>
            <Title order={2} mb="sm">
              {t('history')}
            </Title>
            <AlertHistory id={id} sourceName={alert.alertSource?.name ?? null} />
          </section>
        </Stack>
      </div>
    </div>
  );
}

function Notices({ alert }: { alert: AlertDetails }) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  return (
    <>
      {alert.state === 'snoozed' && alert.snoozedUntil && (
        <Alert color="gray" icon={<IconZzz aria-hidden />}>
          {t('snoozedUntil', { time: formats.dateTime(alert.snoozedUntil) })}
          {alert.isSilenced && <div>{t('silenced')}</div>}
        </Alert>
      )}
      {alert.isFlapping && <Alert color="amber">{t('flappingText')}</Alert>}
    </>
  );
}

function Facts({ alert }: { alert: AlertDetails }) {
  const { t } = useTranslation('alerts');
  const { device, customer, ticket } = alert;
  return (
    <aside className={classes.facts} aria-label={t('details')}>
      <Fact label={t('severity')}>
        <SeverityMark severity={alert.severity} />
      </Fact>
      <Fact label={t('state')}>
        <StateMark state={alert.state} />
        {alert.acknowledgedBy && (
          <Text size="sm">{t('acknowledgedBy', { name: alert.acknowledgedBy.name })}</Text>
        )}
      </Fact>
      {device && (
        <Fact label={t('device')}>
          <AnchorLink to="/devices/$id" params={{ id: String(device.id) }}>
            {device.name}
          </AnchorLink>
        </Fact>
      )}
      {customer && (
        <Fact label={t('customer')}>
          <AnchorLink to="/customers/$id" params={{ id: String(customer.id) }}>
            {customer.name}
          </AnchorLink>
        </Fact>
      )}
      {ticket && (
        <Fact label={t('ticket')}>
          <AnchorLink to="/tickets/$number" params={{ number: String(ticket.number) }}>
            #{ticket.number}
          </AnchorLink>
        </Fact>
      )}
      <Fact label={t('source')}>{alert.alertSource?.name ?? t(`sources.${alert.source}`)}</Fact>
      <Fact label={t('since')}>
        <RelativeTime at={alert.occurredAt} />
      </Fact>
      <Fact label={t('lastAt')}>
        <RelativeTime at={alert.lastAt} />
      </Fact>
      <Fact label={t('createdAt')}>
        <RelativeTime at={alert.createdAt} />
      </Fact>
      {alert.resolvedAt && (
        <Fact label={t('resolvedAt')}>
          <RelativeTime at={alert.resolvedAt} />
          {alert.resolvedBy && ` (${t(`resolvedBy.${alert.resolvedBy}`)})`}
        </Fact>
      )}
      <Fact label={t('occurrences')}>{t('times', { count: alert.occurrences })}</Fact>
      <Fact label={t('fingerprint')}>
        <Code className={classes.code}>{alert.fingerprint}</Code>
      </Fact>
    </aside>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {children}
    </div>
  );
}
