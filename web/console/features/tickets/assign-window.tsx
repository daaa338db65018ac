import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '#web/api/types.ts';
import { assigneesQuery, techniciansQuery } from '../../data/technicians.ts';
import { ApplyWindow } from '../../parts/apply-window.tsx';
import { selectable, TechnicianSelect } from '../../parts/technician-select.tsx';

/** Asks who is to have the tickets that are ticked. */
export function AssignWindow(props: {
  tickets: readonly TicketRow[];
  isBusy: boolean;
  error: unknown;
  onAssign: (assigneeId: number) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('console');
  const [assigneeId, setAssigneeId] = useState<string | null>(null);
  const people = useAssignees(props.tickets);
  return (
    <ApplyWindow
      title={t('tickets.bulk.assignTitle')}
      applyLabel={t('tickets.bulk.assign')}
      canApply={assigneeId !== null}
      isBusy={props.isBusy}
      error={props.error}
      onApply={() => props.onAssign(Number(assigneeId))}
      onClose={props.onClose}
    >
      <TechnicianSelect
        label={t('tickets.assignee')}
        data-autofocus
        searchable
        nothingFoundMessage={t('search.nothingShort')}
        people={people}
        value={assigneeId}
        onChange={setAssigneeId}
      />
    </ApplyWindow>
  );
}

/** Who sees the tickets of their customer; of several customers everybody, and the server says no. */
function useAssignees(tickets: readonly TicketRow[]) {
  const customers = [...new Set(tickets.map(({ customer }) => customer?.id ?? null))];
  const [only = null] = customers;
  const isOne = customers.length === 1;
  const ofOne = useQuery({ ...assigneesQuery(only), enabled: isOne });
  const ofAll = useQuery({ ...techniciansQuery, enabled: !isOne });
  return ((isOne ? ofOne : ofAll).data?.items ?? []).map(selectable);
}
