import { IconBell } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ALERT_LIMITS } from '#shared/alerts.ts';
import { type AlertRow, alertListQuery } from '../../data/alerts.ts';
import { useCan } from '../../data/session.ts';
import { useRowKeys } from '../../keyboard/use-row-keys.ts';
import { BulkBar } from '../../parts/bulk-bar.tsx';
import { isFiltered } from '../../parts/list-address.ts';
import { NothingListed, RecordList, rowsOf } from '../../parts/record-list.tsx';
import { useRowChoice } from '../../parts/use-row-choice.ts';
import { AlertActions } from './alert-actions.tsx';
import { AlertFilterBar } from './alert-filter-bar.tsx';
import { type AlertSearch, toListQuery } from './alert-search.ts';
import { AlertTable } from './alert-table.tsx';

/** What is over takes no changes. */
const canBeChosen = ({ state }: AlertRow) => state !== 'resolved';

/** What is wrong, live; its filters are the page's address. */
export function AlertList(props: { search: AlertSearch; onSearch: (search: AlertSearch) => void }) {
  const { t } = useTranslation('alerts');
  const mayChange = useCan()('alerts.manage');
  const alerts = useInfiniteQuery(alertListQuery(toListQuery(props.search)));
  const rows = rowsOf(alerts);
  const choosing = useRowChoice(rows, {
    keyOf: ({ id }) => id,
    max: ALERT_LIMITS.alertsPerChange,
    canBeChosen,
  });
  const choice = mayChange ? choosing : undefined;
  useRowKeys(choice);
  return (
    <>
      <AlertFilterBar search={props.search} rows={rows} onSearch={props.onSearch} />
      <BulkBar label={t('bulk')} choice={choosing}>
        <AlertActions alerts={choosing.chosen} onDone={choosing.clear} />
      </BulkBar>
      <RecordList
        list={alerts}
        loading={{ rows: 10, height: '2.5rem' }}
        empty={
          <NothingListed
            icon={IconBell}
            isFiltered={isFiltered(props.search)}
            onReset={() => props.onSearch({})}
            none={{ title: t('emptyTitle'), text: t('emptyText') }}
            noneFound={{ title: t('noneFoundTitle'), text: t('noneFoundText') }}
          />
        }
      >
        {() => <AlertTable rows={rows} choice={choice} />}
      </RecordList>
    </>
  );
}
