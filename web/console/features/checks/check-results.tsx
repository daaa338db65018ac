import { Modal, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '#web/ui/load-more.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { ErrorState, LoadingRows } from '#web/ui/states.tsx';
import { type Check, checkResultsQuery } from '../../data/checks.ts';
import { OutcomeText } from './check-marks.tsx';

/** What a check saw lately, the newest first. */
export function CheckResults({ check, onClose }: { check: Check; onClose: () => void }) {
  const { t } = useTranslation(['checks', 'common']);
  const results = useInfiniteQuery(checkResultsQuery(check));
  const rows = results.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('resultsOf', { name: check.name || check.target })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack>
        {results.isPending && <LoadingRows rows={5} />}
        {results.isError && <ErrorState error={results.error} onRetry={() => results.refetch()} />}
        {results.isSuccess && rows.length === 0 && <Text c="dimmed">{t('noResults')}</Text>}
        {rows.length > 0 && (
          <Table aria-label={t('results')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('when')}</Table.Th>
                <Table.Th>{t('result')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((result) => (
                <Table.Tr key={result.id}>
                  <Table.Td>
                    <RelativeTime at={result.at} />
                  </Table.Td>
                  <Table.Td>
                    <OutcomeText {...result} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <LoadMore
          hasMore={results.hasNextPage}
          isLoading={results.isFetchingNextPage}
          onLoad={() => void results.fetchNextPage()}
        />
      </Stack>
    </Modal>
  );
}
