import { Anchor, Table, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { type InboundRow, type InboundState, inboundListQuery } from '../../data/mail.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { InboundStateBadge } from './mail-state.tsx';
import { useReason } from './mail-words.ts';

/** Incoming mail, the newest first; all of it, or that of one state. */
export function IncomingList({ state }: { state?: InboundState }) {
  const { t } = useTranslation('admin');
  const mails = useInfiniteQuery(inboundListQuery(state));
  const isSuspended = state === 'suspended';
  return (
    <RecordList
      list={mails}
      empty={
        <EmptyState
          icon={IconInbox}
          title={t(isSuspended ? 'incoming.emptySuspendedTitle' : 'incoming.emptyTitle')}
        >
          {t(isSuspended ? 'incoming.emptySuspendedText' : 'incoming.emptyText')}
        </EmptyState>
      }
    >
      {(rows) => (
        <WideTable label={t('email.incoming')} minWidth="48rem">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('incoming.subject')}</Table.Th>
              <Table.Th>{t('incoming.from')}</Table.Th>
              <Table.Th>{t('incoming.state')}</Table.Th>
              <Table.Th>{t('incoming.ticket')}</Table.Th>
              <Table.Th>{t('incoming.received')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <IncomingRow key={row.id} row={row} />
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </RecordList>
  );
}

function IncomingRow({ row }: { row: InboundRow }) {
  const { t } = useTranslation('admin');
  const reason = useReason(row.reason);
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          renderRoot={(anchor) => (
            <Link to="/admin/email/incoming/$id" params={{ id: String(row.id) }} {...anchor} />
          )}
        >
          {row.subject || t('noSubject')}
        </Anchor>
        {reason && (
          <Text size="sm" c="dimmed">
            {reason}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {row.from ? row.from.name || row.from.address : t('incoming.noSender')}
        {row.from?.name && (
          <Text size="sm" c="dimmed">
            {row.from.address}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <InboundStateBadge state={row.state} />
      </Table.Td>
      <Table.Td>
        {row.ticketNumber !== null && (
          <Anchor
            renderRoot={(anchor) => (
              <Link
                to="/tickets/$number"
                params={{ number: String(row.ticketNumber) }}
                {...anchor}
              />
            )}
          >
            #{row.ticketNumber}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td>
        <RelativeTime at={row.receivedAt} />
      </Table.Td>
    </Table.Tr>
  );
}
