import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isApiError } from '#web/api/problem.ts';
import type { Ticket, TicketPatch } from '#web/api/types.ts';
import { notifyProblem } from '#web/ui/notify.ts';
import { changeTicket, ticketQuery } from '../../data/tickets.ts';

export interface TicketChanging {
  change(patch: TicketPatch): void;
  isSaving: boolean;
  /** What was wanted when somebody else turned out to have changed the ticket before. */
  refused: TicketPatch | null;
  keepMine(): void;
  takeTheirs(): void;
}

/** Changes properties at once on screen, and takes it back when the server says no. */
export function useTicketChange(ticket: Ticket): TicketChanging {
  const queryClient = useQueryClient();
  const [refused, setRefused] = useState<TicketPatch | null>(null);
  const { queryKey } = ticketQuery(ticket.number);

  const saving = useMutation({
    mutationFn: (patch: TicketPatch) => {
      const { version } = queryClient.getQueryData<Ticket>(queryKey) ?? ticket;
      return changeTicket(ticket.number, version, patch);
    },
    // One after the other: the second change needs the version that the first one made.
    scope: { id: `ticket-${ticket.number}` },
    onSuccess: (saved) => {
      queryClient.setQueryData(queryKey, saved);
      setRefused(null);
      void queryClient.invalidateQueries({ queryKey: ['ticket', 'list'] });
      void queryClient.invalidateQueries({ queryKey: ['ticket', 'counts'] });
      void queryClient.invalidateQueries({ queryKey: [...queryKey, 'history'] });
    },
    onError: (error, patch) => {
      if (isApiError(error, 'conflict')) {
        setRefused(patch);
        if (isTicket(error.current)) queryClient.setQueryData(queryKey, error.current);
      } else notifyProblem(error);
      void queryClient.invalidateQueries({ queryKey, exact: true });
    },
  });

  return {
    change: (patch) => {
      setRefused(null);
      saving.mutate(patch);
    },
    isSaving: saving.isPending,
    refused,
    keepMine: () => {
      if (refused) saving.mutate(refused);
    },
    takeTheirs: () => setRefused(null),
  };
}

function isTicket(value: unknown): value is Ticket {
  return typeof value === 'object' && value !== null && 'number' in value && 'version' in value;
}
