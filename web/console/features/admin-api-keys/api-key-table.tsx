import { Button, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { type ApiKey, revokeApiKey } from '../../data/api-keys.ts';
import { WideTable } from '../../parts/wide-table.tsx';

export function ApiKeyTable({ apiKeys }: { apiKeys: ApiKey[] }) {
  const { t } = useTranslation('admin');
  const [revoked, setRevoked] = useState<ApiKey | null>(null);
  return (
    <>
      <WideTable label={t('apiKeys.title')} minWidth="46rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('apiKeys.name')}</Table.Th>
            <Table.Th>{t('apiKeys.key')}</Table.Th>
            <Table.Th>{t('apiKeys.role')}</Table.Th>
            <Table.Th>{t('apiKeys.lastUsed')}</Table.Th>
            <Table.Th>{t('apiKeys.expires')}</Table.Th>
            <Table.Th>{t('apiKeys.created')}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {apiKeys.map((key) => (
            <Table.Tr key={key.id}>
              <Table.Td>{key.name}</Table.Td>
              <Table.Td ff="monospace">{key.prefix}…</Table.Td>
              <Table.Td>{key.role.name}</Table.Td>
              <Table.Td>
                {key.lastUsedAt ? (
                  <RelativeTime at={key.lastUsedAt} />
                ) : (
                  <Text inherit c="dimmed">
                    {t('apiKeys.never')}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Expiry at={key.expiresAt} />
              </Table.Td>
              <Table.Td>
                <RelativeTime at={key.createdAt} />
              </Table.Td>
              <Table.Td align="right">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('apiKeys.revokeLabel', { name: key.name })}
                  onClick={() => setRevoked(key)}
                >
                  {t('apiKeys.revoke')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {revoked && <RevokeModal apiKey={revoked} onClose={() => setRevoked(null)} />}
    </>
  );
}

function Expiry({ at }: { at: string | null }) {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  if (at === null) return <Text inherit>{t('apiKeys.never')}</Text>;
  const isOver = Date.parse(at) < Date.now();
  return (
    <Text inherit c={isOver ? 'var(--mantine-color-error)' : undefined}>
      {formats.date(at)}
      {isOver && ` (${t('apiKeys.expired')})`}
    </Text>
  );
}

function RevokeModal({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const { id, name } = apiKey;
  const revoking = useMutation({
    mutationFn: () => revokeApiKey(id),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['apiKey'] });
      notifyDone(t('apiKeys.revoked', { name }));
      onClose();
    },
  });
  return (
    <ConfirmModal
      title={t('apiKeys.revokeTitle', { name })}
      confirmLabel={t('apiKeys.revoke')}
      isBusy={revoking.isPending}
      error={revoking.error}
      onConfirm={() => revoking.mutate()}
      onClose={onClose}
    >
      <Text>{t('apiKeys.revokeText')}</Text>
    </ConfirmModal>
  );
}
