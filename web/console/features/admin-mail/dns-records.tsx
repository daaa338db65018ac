import { Code, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyTextButton } from '#web/ui/copy-text-button.tsx';
import type { DnsRecord } from '../../data/mail.ts';
import classes from './dns-records.module.css';

/** The records to set where the domain is managed, each part ready to be copied. */
export function DnsRecords(props: { address: string; records: DnsRecord[] }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <Text size="sm" c="dimmed" mt="md" mb="xs">
        {t('mailboxes.recordsHint')}
      </Text>
      <Table.ScrollContainer minWidth="44rem">
        <Table
          aria-label={`${t('mailboxes.records')}: ${props.address}`}
          verticalSpacing="xs"
          className={classes.records}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('mailboxes.type')}</Table.Th>
              <Table.Th>{t('mailboxes.host')}</Table.Th>
              <Table.Th>{t('mailboxes.value')}</Table.Th>
              <Table.Th>{t('mailboxes.purpose')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.records.map(({ type, host, value, purpose }) => (
              <Table.Tr key={purpose}>
                <Table.Td>{type}</Table.Td>
                <Table.Td>
                  <Copyable value={host} label={t('mailboxes.copyHost')} />
                </Table.Td>
                <Table.Td>
                  <Copyable value={value} label={t('mailboxes.copyValue')} />
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{t(`mailboxes.purposes.${purpose}`)}</Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}

function Copyable({ value, label }: { value: string; label: string }) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Code className={classes.value}>{value}</Code>
      <CopyTextButton value={value} label={`${label}: ${value}`} />
    </Group>
  );
}
