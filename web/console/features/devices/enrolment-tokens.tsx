import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { enrolmentTokensQuery, revokeEnrolmentToken } from '../../data/devices.ts';
import { WideTable } from '../../parts/wide-table.tsx';

/** The tokens that still work. */
export function EnrolmentTokens() {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const client = useQueryClient();
  const tokens = useQuery(enrolmentTokensQuery);
  const revoking = useMutation({
    mutationFn: ({ id }: { id: number; name: string }) => revokeEnrolmentToken(id),
    async onSuccess(_, { name }) {
      await client.invalidateQueries({ queryKey: ['enrolmentToken'] });
      notifyDone(t('enrol.revoked', { name }));
    },
    onError: notifyProblem,
  });
  if (tokens.isPending) return <LoadingRows rows={2} />;
  if (tokens.isError)
    return <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} />;
  if (tokens.data.items.length === 0) return null;
  return (
    <Stack component="section" gap="sm">
      <Title order={2}>{t('enrol.tokens')}</Title>
      <Text size="sm" c="dimmed">
        {t('enrol.tokensHint')}
      </Text>
      <WideTable label={t('enrol.tokens')} minWidth="16rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('enrol.name')}</Table.Th>
            <Table.Th>{t('enrol.used')}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tokens.data.items.map(({ id, name, customer, uses, usesMax, expiresAt }) => (
            <Table.Tr key={id}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {name}
                <Text size="xs" c="dimmed">
                  {customer.name}
                </Text>
              </Table.Td>
              <Table.Td>
                {t('enrol.usedOf', {
                  used: formats.number(uses),
                  all: formats.number(usesMax),
                })}
                <Text size="xs" c="dimmed">
                  {t('enrol.until', { date: formats.date(expiresAt) })}
                </Text>
              </Table.Td>
              <Table.Td align="right">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('enrol.revokeLabel', { name })}
                  loading={revoking.isPending && revoking.variables.id === id}
                  onClick={() => revoking.mutate({ id, name })}
                >
                  {t('enrol.revoke')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Stack>
  );
}
