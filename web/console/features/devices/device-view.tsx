import { Group, Stack, Tabs, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '#web/ui/links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { deviceQuery } from '../../data/devices.ts';
import { DeviceActions } from './device-actions.tsx';
import { DeviceContacts } from './device-contacts.tsx';
import { DeviceGraphs } from './device-graphs.tsx';
import { DeviceHistory } from './device-history.tsx';
import { DeviceFacts, DeviceInventory } from './device-inventory.tsx';
import { AlertCountMark, DeviceStateMark } from './device-marks.tsx';
import { DeviceNotes } from './device-notes.tsx';
import { DeviceNotices } from './device-notices.tsx';
import classes from './device-view.module.css';

export interface DeviceTab {
  value: string;
  label: string;
  content: ReactNode;
}

/** One device; what other features have of it (alerts, tickets, checks) is given by the app. */
export function DeviceView(props: {
  id: number;
  /** Shown above the graphs. */
  alerts?: ReactNode;
  /** What the server sees of it from outside: all there is of a device without an agent. */
  checks?: DeviceTab;
  tabs?: readonly DeviceTab[];
}) {
  const { t } = useTranslation('devices');
  const { data: device } = useSuspenseQuery(deviceQuery(props.id));
  const [tab, setTab] = useState<string | null>('overview');
  const hasAgent = device.source === 'agent';
  const tabs = [...(hasAgent && props.checks ? [props.checks] : []), ...(props.tabs ?? [])];
  return (
    <div>
      <PageHeader
        title={device.name}
        before={
          <Group gap="sm" c="dimmed" fz="sm">
            <AnchorLink to="/devices" inherit>
              {t('title')}
            </AnchorLink>
            <AnchorLink to="/customers/$id" params={{ id: String(device.customer.id) }} inherit>
              {device.customer.name}
            </AnchorLink>
          </Group>
        }
        subtitle={
          <Group gap="sm">
            <DeviceStateMark {...device} />
            {device.state !== 'waiting' && (
              <span>
                {t('since')} <RelativeTime at={device.stateSince} />
              </span>
            )}
            <AlertCountMark {...device} />
          </Group>
        }
        actions={<DeviceActions device={device} />}
      />
      <DeviceNotices device={device} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="overview">{t('overview')}</Tabs.Tab>
          {hasAgent && <Tabs.Tab value="inventory">{t('inventory.title')}</Tabs.Tab>}
          {tabs.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
          <Tabs.Tab value="history">{t('history.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview">
          <div className={classes.layout}>
            <Stack gap="xl">
              {props.alerts && (
                <Stack component="section" gap="sm">
                  <Title order={2}>{t('alerts')}</Title>
                  {props.alerts}
                </Stack>
              )}
              {hasAgent ? <DeviceGraphs id={device.id} /> : props.checks?.content}
            </Stack>
            <Stack component="aside" gap="xl" aria-label={t('details')}>
              <DeviceFacts device={device} />
              <DeviceContacts device={device} />
              <DeviceNotes key={device.id} device={device} />
            </Stack>
          </div>
        </Tabs.Panel>
        {hasAgent && (
          <Tabs.Panel value="inventory">
            <DeviceInventory device={device} />
          </Tabs.Panel>
        )}
        {tabs.map(({ value, content }) => (
          <Tabs.Panel key={value} value={value}>
            {content}
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="history">
          <DeviceHistory id={device.id} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
