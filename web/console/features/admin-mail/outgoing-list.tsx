import { Anchor, Table, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { type OutboundRow, type OutboundState, outboundListQuery } from '../../data/mail.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { OutboundStateBadge } from './mail-state.tsx';

export function OutgoingList({ state }: { state?: OutboundState }) {
  const { t } = useTranslation('admin');
  const mails = useInfiniteQuery(outboundListQuery(state));
  return (
    <RecordList
      list={mails}
      empty={
        <EmptyState icon={IconSend} title={t('outgoing.emptyTitle')}>
          {t('outgoing.emptyText')}
        </EmptyState>
      }
    >
      {(rows) => (
        <WideTable label={t('email.outgoing')} minWidth="48rem">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('outgoing.subject')}</Table.Th>
              <Table.Th>{t('outgoing.to')}</Table.Th>
              <Table.Th>{t('outgoing.kind')}</Table.Th>
              <Table.Th>{t('outgoing.state')}</Table.Th>
              <Table.Th>{t('outgoing.created')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <OutgoingRow key={row.id} row={row} />
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </RecordList>
  );
}

function OutgoingRow({ row }: { row: OutboundRow }) {
  const { t } = useTranslation('admin');
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          renderRoot={(anchor) => (
            <Link to="/admin/email/outgoing/$id" params={{ id: String(row.id) }} {...anchor} />
          )}
        >
          {row.subject}
        </Anchor>
      </Table.Td>
      <Table.Td>{[...row.to, ...row.cc].join(', ')}</Table.Td>
      <Table.Td>{t(`outgoing.kinds.${row.kind}`)}</Table.Td>
      <Table.Td>
        <OutboundStateBadge state={row.state} />
        {row.attempts > 1 && (
          <Text size="sm" c="dimmed">
            {t('outgoing.attemptCount', { count: row.attempts })}
          </Text>
        )}
        {row.error && (
          <Text size="sm" c="dimmed" lineClamp={1} lang="en">
            {row.error}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <RelativeTime at={row.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}
