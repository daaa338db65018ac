import { useTranslation } from 'react-i18next';
import {
  TICKET_IMPACTS,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  TICKET_TYPES,
} from '#shared/tickets.ts';
import type { TicketChange } from '#web/api/types.ts';

const FIELDS = [
  'subject',
  'status',
  'priority',
  'impact',
  'type',
  'assigneeId',
  'customerId',
  'contactId',
  'deviceId',
] as const;

/** A line of the history as a sentence without its subject: "changed Status from Open to Pending". */
export function useChangeText(): (change: TicketChange) => string {
  const { t } = useTranslation('console');

  function valueText(field: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return t('tickets.nothing');
    const word = namedText(value);
    const status = TICKET_STATUSES.find((known) => known === word);
    const priority = TICKET_PRIORITIES.find((known) => known === word);
    const impact = TICKET_IMPACTS.find((known) => known === word);
    const type = TICKET_TYPES.find((known) => known === word);
    if (field === 'status' && status) return t(`ticketStatus.${status}`);
    if (field === 'priority' && priority) return t(`ticketPriority.${priority}`);
    if (field === 'impact' && impact) return t(`tickets.impacts.${impact}`);
    if (field === 'type' && type) return t(`tickets.types.${type}`);
    return word;
  }

  return ({ field, oldValue, newValue }) => {
    const base = field.replace(/^(assignee|customer|contact|device)$/, '$1Id');
    const known = FIELDS.find((name) => name === base);
    if (known) {
      return t('tickets.changed', {
        field: t(`tickets.fields.${known}`),
        from: valueText(field, oldValue),
        to: valueText(field, newValue),
      });
    }
    const event = (['created', 'reopened', 'replied', 'noted'] as const).find(
      (name) => name === field,
    );
    if (event) return t(`tickets.events.${event}`);
    if (field === 'mailFailed' || field === 'mailBounced') {
      return t(`tickets.events.${field}`, mailTrouble(newValue));
    }
    if (field === 'participantRemoved') {
      return t('tickets.events.participantRemoved', { from: namedText(oldValue) });
    }
    return field;
  };
}

/** A mail of ours that did not arrive: whom it was for, and what the other server said. */
function mailTrouble(value: unknown): { to: string; reason: string } {
  const { to, reason } = (value ?? {}) as { to?: unknown; reason?: unknown };
  return { to: String(to ?? ''), reason: String(reason ?? '') };
}

/** People and customers are noted with the name that they had then. */
function namedText(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'name' in value) return String(value.name);
  return String(value);
}
