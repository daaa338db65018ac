import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { DeviceFilterMark } from '../../parts/device-filter.tsx';
import { FilterMark } from '../../parts/filter-bar.tsx';
import type { TicketSearch } from './ticket-filters.ts';

/** Filters that other pages lead to (waiting for us, a day of the chart), each to be taken away. */
export function TicketFilterMarks(props: {
  search: TicketSearch;
  onChange: (part: Partial<TicketSearch>) => void;
}) {
  const { t } = useTranslation('console');
  const dayText = useDayText();
  const { waiting, createdFrom, createdTo, solvedFrom, solvedTo } = props.search;
  return (
    <>
      <DeviceFilterMark
        value={props.search.device}
        onChange={(device) => props.onChange({ device })}
      />
      {waiting && (
        <FilterMark
          label={t('tickets.waitingForUs')}
          onRemove={() => props.onChange({ waiting: undefined })}
        />
      )}
      {(createdFrom || createdTo) && (
        <FilterMark
          label={dayText('created', createdFrom, createdTo)}
          onRemove={() => props.onChange({ createdFrom: undefined, createdTo: undefined })}
        />
      )}
      {(solvedFrom || solvedTo) && (
        <FilterMark
          label={dayText('solved', solvedFrom, solvedTo)}
          onRemove={() => props.onChange({ solvedFrom: undefined, solvedTo: undefined })}
        />
      )}
    </>
  );
}

function useDayText() {
  const { t } = useTranslation('console');
  const formats = useFormats();
  // Noon, so that it is the same day wherever the reader is.
  const day = (text: string) => formats.date(`${text}T12:00:00`);
  return (what: 'created' | 'solved', from: string | undefined, to: string | undefined) => {
    if (from && from === to) return t(`tickets.days.${what}On`, { day: day(from) });
    if (from && to) return t(`tickets.days.${what}Span`, { from: day(from), to: day(to) });
    return from
      ? t(`tickets.days.${what}From`, { day: day(from) })
      : t(`tickets.days.${what}To`, { day: day(to ?? '') });
  };
}
