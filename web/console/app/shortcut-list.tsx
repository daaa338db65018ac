import { Group, Kbd, Modal, Table } from '@mantine/core';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';

const SHORTCUTS: [keys: string[], label: ParseKeys<'console'>][] = [
  [['?'], 'shortcuts.title'],
  [['Ctrl', 'K'], 'shortcuts.search'],
  [['g', 'd'], 'shortcuts.dashboard'],
  [['g', 't'], 'shortcuts.tickets'],
  [['g', 'c'], 'shortcuts.customers'],
  [['g', 'a'], 'shortcuts.alerts'],
  [['c'], 'shortcuts.newTicket'],
  [['j'], 'shortcuts.next'],
  [['k'], 'shortcuts.previous'],
  [['x'], 'shortcuts.select'],
  [['r'], 'shortcuts.reply'],
  [['n'], 'shortcuts.note'],
  [['a'], 'shortcuts.assign'],
  [['Ctrl', 'Enter'], 'shortcuts.send'],
  [['Esc'], 'shortcuts.close'],
];

export function ShortcutList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('console');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Table withRowBorders={false} verticalSpacing="xs">
        <Table.Tbody>
          {SHORTCUTS.map(([keys, label]) => (
            <Table.Tr key={label}>
              <Table.Td>{t(label)}</Table.Td>
              <Table.Td>
                <Group gap="xs" justify="flex-end">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
