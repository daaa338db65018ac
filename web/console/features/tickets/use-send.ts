import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '#web/api/types.ts';
import { notifyDone } from '#web/ui/notify.ts';
import {
  addNote,
  messagesQuery,
  type NewReply,
  sendReply,
  ticketQuery,
} from '../../data/tickets.ts';
import type { ReplyMode } from './reply-box.tsx';

/** Sends a reply or saves a note, then shows it and clears what was typed. */
export function useSend(ticket: Ticket, mode: ReplyMode, onSent: () => void) {
  const { t } = useTranslation('console');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ html, attachmentIds, ...reply }: NewReply) =>
      mode === 'reply'
        ? sendReply(ticket.number, { html, attachmentIds, ...reply })
        : addNote(ticket.number, { html, attachmentIds }),
    onSuccess: async () => {
      onSent();
      notifyDone(t(mode === 'reply' ? 'tickets.replySent' : 'tickets.noteSaved'));
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: messagesQuery(ticket.number).queryKey }),
        queryClient.invalidateQueries({ queryKey: ticketQuery(ticket.number).queryKey }),
        queryClient.invalidateQueries({ queryKey: ['ticket', 'list'] }),
      ]);
    },
  });
}
