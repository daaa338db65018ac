import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { alertSourcesQuery } from '../../data/alert-sources.ts';
import type { AlertRow } from '../../data/alerts.ts';
import { useCan } from '../../data/session.ts';
import { DeviceFilterMark } from '../../parts/device-filter.tsx';
import { FilterMark } from '../../parts/filter-bar.tsx';
import type { AlertSearch } from './alert-search.ts';

/** Filters that other pages lead to, each to be taken away. */
export function AlertFilterMarks(props: {
  search: AlertSearch;
  /** What is listed: its alerts know the names of what they are about. */
  rows: readonly AlertRow[];
  onChange: (part: Partial<AlertSearch>) => void;
}) {
  const { t } = useTranslation(['alerts', 'console', 'common']);
  const mayLookAtCustomers = useCan()('customers.view');
  const { customer, alertSource, device } = props.search;
  const source = useSourceName(alertSource, props.rows);
  const customerName = props.rows.find((row) => String(row.customer?.id) === customer)?.customer
    ?.name;
  const said = (label: string, value: string) => t('common:labelled', { label, value });
  return (
    <>
      <DeviceFilterMark value={device} onChange={(id) => props.onChange({ device: id })} />
      {customer && !mayLookAtCustomers && (
        <FilterMark
          label={said(t('customer'), customerName ?? t('console:list.unknown'))}
          onRemove={() => props.onChange({ customer: undefined })}
        />
      )}
      {alertSource && (
        <FilterMark
          label={said(t('alertSources.one'), source ?? t('console:list.unknown'))}
          onRemove={() => props.onChange({ alertSource: undefined })}
        />
      )}
    </>
  );
}

/** Not everybody may see how sources are set up; their alerts name them to all. */
function useSourceName(id: string | undefined, rows: readonly AlertRow[]): string | undefined {
  const maySee = useCan()('settings.manage');
  const sources = useQuery({ ...alertSourcesQuery, enabled: maySee && id !== undefined });
  const known = [...(sources.data?.items ?? []), ...rows.flatMap((row) => row.alertSource ?? [])];
  return known.find((source) => String(source.id) === id)?.name;
}
