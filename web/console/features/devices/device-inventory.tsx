import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Device } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { useCan } from '../../data/session.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { DeviceTypeMark } from './device-marks.tsx';
import { DeviceProfile } from './device-profile.tsx';
import { Facts } from './facts.tsx';
import { useUptime } from './use-uptime.ts';

/** What one looks for first. */
export function DeviceFacts({ device }: { device: Device }) {
  const { t } = useTranslation('devices');
  const { inventory, lastSample } = device;
  const uptime = useUptime();
  const maySeeAlerts = useCan()('alerts.view');
  const pending = lastSample?.isRebootPending;
  return (
    <Facts
      facts={[
        { label: t('typeLabel'), value: <DeviceTypeMark type={device.type} /> },
        {
          label: t('lastSeen'),
          value: device.lastSeenAt ? <RelativeTime at={device.lastSeenAt} /> : t('never'),
        },
        {
          label: t('profile.title'),
          value: maySeeAlerts ? <DeviceProfile deviceId={device.id} /> : null,
        },
        { label: t('os'), value: device.os },
        { label: t('user'), value: device.loggedInUser },
        { label: t('inventory.hostname'), value: device.hostname },
        { label: t('inventory.address'), value: device.address },
        { label: t('inventory.uptime'), value: lastSample && uptime(lastSample.uptimeSeconds) },
        {
          label: t('inventory.reboot'),
          value: typeof pending === 'boolean' ? t(pending ? 'yes' : 'no') : null,
        },
        { label: t('inventory.updates'), value: inventory?.updatesWaiting },
        {
          label: t('inventory.agent'),
          value: device.hasOldAgent
            ? t('oldAgent.version', { version: device.agentVersion })
            : device.agentVersion,
        },
      ]}
    />
  );
}

/** What the machine is made of, as its agent says. */
export function DeviceInventory({ device }: { device: Device }) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const { inventory } = device;
  if (!inventory) return <Text c="dimmed">{t('inventory.none')}</Text>;
  const { os, cpu } = inventory;
  const cores = t('inventory.cores', { count: cpu.cores, number: formats.number(cpu.cores) });
  return (
    <Stack gap="xl">
      <Facts
        facts={[
          { label: t('inventory.hostname'), value: inventory.hostname },
          { label: t('os'), value: `${os.name} ${os.version}`.trim() },
          { label: t('inventory.build'), value: os.build },
          { label: t('inventory.arch'), value: os.arch },
          { label: t('inventory.maker'), value: inventory.maker },
          { label: t('inventory.model'), value: inventory.model },
          { label: t('inventory.serial'), value: inventory.serial },
          { label: t('inventory.cpu'), value: [cpu.name, cores].filter(Boolean).join(' · ') },
          { label: t('inventory.memory'), value: formats.bytes(inventory.memoryBytes) },
        ]}
      />
      <Disks device={device} />
      <Network device={device} />
      <Services device={device} />
    </Stack>
  );
}

function Disks({ device }: { device: Device }) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const used = new Map(device.lastSample?.disks.map((disk) => [disk.mount, disk.usedBytes]));
  const disks = device.inventory?.disks ?? [];
  if (disks.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('inventory.disks')}
      </Title>
      <WideTable label={t('inventory.disks')} minWidth="34rem" isReadOnly>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('inventory.mount')}</Table.Th>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('inventory.fileSystem')}</Table.Th>
            <Table.Th>{t('inventory.size')}</Table.Th>
            <Table.Th>{t('inventory.free')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {disks.map(({ mount, name, fileSystem, totalBytes }) => (
            <Table.Tr key={`${mount} ${name}`}>
              <Table.Td>{mount}</Table.Td>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{fileSystem}</Table.Td>
              <Table.Td>{formats.bytes(totalBytes)}</Table.Td>
              <Table.Td>
                {used.has(mount) && formats.bytes(totalBytes - (used.get(mount) ?? 0))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </section>
  );
}

function Network({ device }: { device: Device }) {
  const { t } = useTranslation('devices');
  const network = device.inventory?.network ?? [];
  if (network.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('inventory.network')}
      </Title>
      <WideTable label={t('inventory.network')} minWidth="30rem" isReadOnly>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('inventory.mac')}</Table.Th>
            <Table.Th>{t('inventory.addresses')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {network.map(({ name, mac, addresses }) => (
            <Table.Tr key={`${name} ${mac}`}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ff="monospace">{mac}</Table.Td>
              <Table.Td>{addresses.join(', ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </section>
  );
}

function Services({ device }: { device: Device }) {
  const { t } = useTranslation('devices');
  const services = device.lastSample?.services ?? [];
  if (services.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('inventory.services')}
      </Title>
      <Facts
        facts={services.map(({ name, state }) => ({ label: name, value: t(`service.${state}`) }))}
      />
    </section>
  );
}
