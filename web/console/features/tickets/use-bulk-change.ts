import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { changeTickets, type TicketsChange } from '../../data/tickets.ts';
import { notifyUndoable } from '../../parts/notify-undoable.tsx';

/** Of what the list shows, so that it can be taken back. */
export type BulkChange = Pick<TicketsChange, 'status' | 'priority' | 'assigneeId'>;

/** Changes tickets together, says what came of it, and offers to take it back. */
export function useBulkChange(tickets: readonly TicketRow[], onDone: () => void) {
  const { t } = useTranslation('console');
  const client = useQueryClient();
  const formats = useFormats();
  const fresh = () => client.invalidateQueries({ queryKey: ['ticket'] });
  const counted = (key: 'tickets.bulk.changed' | 'tickets.bulk.missing', count: number) =>
    count > 0 && t(key, { count, number: formats.number(count) });
  return useMutation({
    async mutationFn(change: BulkChange) {
      const numbers = tickets.map(({ number }) => number);
      return { outcome: await changeTickets(numbers, change), before: tickets };
    },
    async onSuccess({ outcome: { changed, missing }, before }, change) {
      await fresh();
      onDone();
      const text = [
        counted('tickets.bulk.changed', changed.length),
        counted('tickets.bulk.missing', missing.length),
      ]
        .filter((part) => part !== false)
        .join(' ');
      const back = wayBack(
        before.filter(({ number }) => changed.includes(number)),
        change,
      );
      if (back.length === 0) return notifyDone(text);
      // Safe for a ticket's end, too: its contact is told only after a minute.
      notifyUndoable(text, () => {
        const undone = back.map(({ numbers, former }) => changeTickets(numbers, former));
        void Promise.all(undone).catch(notifyProblem).then(fresh);
      });
    },
  });
}

/** What each of them was before, those alike together; those that were so already are left alone. */
function wayBack(before: readonly TicketRow[], change: BulkChange) {
  const groups = new Map<string, { former: BulkChange; numbers: number[] }>();
  for (const ticket of before) {
    const former = formerOf(ticket, change);
    if (Object.keys(former).length === 0) continue;
    const key = JSON.stringify(former);
    const group = groups.get(key) ?? { former, numbers: [] };
    group.numbers.push(ticket.number);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function formerOf(ticket: TicketRow, change: BulkChange): BulkChange {
  const assigneeId = ticket.assignee?.id ?? null;
  const { status, priority } = ticket;
  return {
    ...(change.status !== undefined && change.status !== status && { status }),
    ...(change.priority !== undefined && change.priority !== priority && { priority }),
    ...(change.assigneeId !== undefined && change.assigneeId !== assigneeId && { assigneeId }),
  };
}
