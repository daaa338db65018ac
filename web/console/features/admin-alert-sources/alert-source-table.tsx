import { ActionIcon, Menu, Table, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import type { AlertSourceSystem } from '../../data/alert-sources.ts';
import { useProfileName } from '../../parts/profile-name.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { AlertSourceWindow } from './alert-source-window.tsx';
import { RemoveSourceWindow } from './remove-source-window.tsx';
import { RenewSecretWindow } from './renew-secret-window.tsx';

type Action = 'edit' | 'renew' | 'remove';

export function AlertSourceTable({ sources }: { sources: AlertSourceSystem[] }) {
  const { t } = useTranslation('alerts');
  const nameOf = useProfileName();
  const [chosen, setChosen] = useState<{ source: AlertSourceSystem; action: Action } | null>(null);
  const close = () => setChosen(null);
  return (
    <>
      <WideTable label={t('alertSources.title')} minWidth="46rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('alertSources.name')}</Table.Th>
            <Table.Th>{t('alertSources.format')}</Table.Th>
            <Table.Th>{t('alertSources.customer')}</Table.Th>
            <Table.Th>{t('alertSources.profile')}</Table.Th>
            <Table.Th>{t('alertSources.lastReceived')}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sources.map((source) => (
            <Table.Tr key={source.id}>
              <Table.Td>{source.name}</Table.Td>
              <Table.Td>{t(`alertSources.formats.${source.format}`)}</Table.Td>
              <Table.Td>
                {source.customer?.name ?? <Unset text={t('alertSources.byLabels')} />}
              </Table.Td>
              <Table.Td>
                {source.profile ? (
                  nameOf(source.profile)
                ) : (
                  <Unset text={t('alertSources.profileOfDevice')} />
                )}
              </Table.Td>
              <Table.Td>
                {source.lastReceivedAt ? (
                  <RelativeTime at={source.lastReceivedAt} />
                ) : (
                  <Unset text={t('alertSources.never')} />
                )}
                {source.lastError && (
                  <Text size="xs" c="var(--mantine-color-error)">
                    {t('alertSources.wrong')}
                  </Text>
                )}
              </Table.Td>
              <Table.Td align="right">
                <SourceMenu source={source} onAct={(action) => setChosen({ source, action })} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {chosen?.action === 'edit' && <AlertSourceWindow source={chosen.source} onClose={close} />}
      {chosen?.action === 'renew' && <RenewSecretWindow source={chosen.source} onClose={close} />}
      {chosen?.action === 'remove' && <RemoveSourceWindow source={chosen.source} onClose={close} />}
    </>
  );
}

function Unset({ text }: { text: string }) {
  return (
    <Text inherit c="dimmed">
      {text}
    </Text>
  );
}

function SourceMenu(props: { source: AlertSourceSystem; onAct: (action: Action) => void }) {
  const { t } = useTranslation(['alerts', 'common']);
  const { id, name } = props.source;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('alertSources.menu', { name })}>
          <IconDots size="1rem" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          renderRoot={(item) => (
            <Link to="/alerts" search={{ alertSource: String(id), state: 'any' }} {...item} />
          )}
        >
          {t('alertSources.show')}
        </Menu.Item>
        <Menu.Item onClick={() => props.onAct('edit')}>{t('common:edit')}</Menu.Item>
        <Menu.Item onClick={() => props.onAct('renew')}>{t('alertSources.renew')}</Menu.Item>
        <Menu.Item onClick={() => props.onAct('remove')}>{t('alertSources.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
