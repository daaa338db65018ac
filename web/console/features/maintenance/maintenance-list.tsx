import { ActionIcon, Badge, Menu, Table, Text } from '@mantine/core';
import { IconDots, IconZzz } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { type MaintenanceWindow, maintenanceQuery } from '../../data/maintenance.ts';
import { useCan } from '../../data/session.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { MaintenanceForm } from './maintenance-form.tsx';
import { RemoveMaintenance } from './remove-maintenance.tsx';
import { useWindowText } from './use-window-text.ts';

/** When alerts are silent, the newest first. */
export function MaintenanceList() {
  const { t } = useTranslation('alerts');
  const windows = useQuery(maintenanceQuery);
  if (windows.isPending) return <LoadingRows rows={3} />;
  if (windows.isError) {
    return <ErrorState error={windows.error} onRetry={() => void windows.refetch()} />;
  }
  if (windows.data.items.length === 0) {
    return (
      <EmptyState icon={IconZzz} title={t('maintenance.emptyTitle')}>
        {t('maintenance.emptyText')}
      </EmptyState>
    );
  }
  return <MaintenanceTable windows={windows.data.items} />;
}

function MaintenanceTable({ windows }: { windows: MaintenanceWindow[] }) {
  const { t } = useTranslation('alerts');
  const can = useCan();
  const [edited, setEdited] = useState<MaintenanceWindow | null>(null);
  const [removed, setRemoved] = useState<MaintenanceWindow | null>(null);
  const mayManage = can('alerts.manage');
  return (
    <>
      <WideTable
        label={t('maintenance.title')}
        minWidth="42rem"
        {...(!mayManage && { isReadOnly: true })}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('maintenance.name')}</Table.Th>
            <Table.Th>{t('maintenance.of')}</Table.Th>
            <Table.Th>{t('maintenance.when')}</Table.Th>
            {mayManage && <Table.Td />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {windows.map((window) => (
            <Table.Tr key={window.id}>
              <Table.Td>{window.name}</Table.Td>
              <Table.Td>
                {window.device?.name ?? window.customer?.name ?? t('maintenance.scopes.company')}
              </Table.Td>
              <Table.Td>
                <When window={window} />
              </Table.Td>
              {mayManage && (
                <Table.Td align="right">
                  <Menu>
                    <Menu.Target>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('maintenance.menu', { name: window.name })}
                      >
                        <IconDots size="1rem" />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item onClick={() => setEdited(window)}>
                        {t('maintenance.change')}
                      </Menu.Item>
                      <Menu.Item onClick={() => setRemoved(window)}>
                        {t('maintenance.remove')}
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {edited && <MaintenanceForm window={edited} onClose={() => setEdited(null)} />}
      {removed && <RemoveMaintenance window={removed} onClose={() => setRemoved(null)} />}
    </>
  );
}

function When({ window }: { window: MaintenanceWindow }) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const describe = useWindowText();
  return (
    <>
      <Text inherit>{describe(window.time)}</Text>
      {window.openUntil && (
        <Badge variant="light" color="green">
          {t('maintenance.openUntil', { time: formats.shortDateTime(window.openUntil) })}
        </Badge>
      )}
    </>
  );
}
