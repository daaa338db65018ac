import { z } from 'zod';
import { alertTitle } from '#modules/alert-titles/index.ts';
import { pictureUrl } from '#modules/technicians/index.ts';
import { ACTIVITY_KINDS } from '#shared/activity.ts';
import type { Language } from '#shared/languages.ts';
import type { AlertActivityRow, DeviceActivityRow, TicketActivityRow } from './activity.queries.ts';

/** Who did what, of what, when: as technicians read it. */
export const ActivityEntry = z.object({
  key: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  actor: z.object({
    kind: z.enum(['technician', 'contact', 'apiKey', 'system']),
    id: z.number().nullable(),
    name: z.string(),
    pictureUrl: z.string().nullable(),
  }),
  about: z.object({
    kind: z.enum(['ticket', 'alert', 'device']),
    id: z.number().describe('A ticket’s number'),
    name: z.string().describe('Subject, title, or name; in the reader’s language'),
  }),
  customer: z.object({ id: z.number(), name: z.string() }).nullable(),
  value: z
    .string()
    .nullable()
    .describe('Who it was assigned to, its priority, severity, or who resolved it'),
  hasMore: z.boolean().describe('The same was done to others at the same time'),
  at: z.date(),
});
export type ActivityEntry = z.infer<typeof ActivityEntry>;

type Row = TicketActivityRow | AlertActivityRow | DeviceActivityRow;

const happened = (row: Row) => ({
  key: row.key,
  kind: row.kind,
  actor: {
    kind: row.actor_kind,
    id: row.actor_id,
    name: row.actor_name,
    pictureUrl: pictureUrl(row.actor_picture_key, 'console'),
  },
  customer:
    row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '' },
  hasMore: false,
  at: row.at,
});

export const ticketActivityView = (row: TicketActivityRow): ActivityEntry => ({
  ...happened(row),
  about: { kind: 'ticket', id: row.number, name: row.subject },
  value: row.kind === 'assigned' || row.kind === 'priority' ? wordOf(row.value) : null,
});

/** A name that was noted beside its id, or a word. */
function wordOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const { name } = (value ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : null;
}

export function alertActivityView(row: AlertActivityRow, language: Language): ActivityEntry {
  const title = alertTitle(language, { ...row, kind: row.alert_kind });
  return {
    ...happened(row),
    about: {
      kind: 'alert',
      id: row.alert_id,
      name: row.device_name === null ? title : `${row.device_name}: ${title}`,
    },
    value: wordOf(row.kind === 'alertResolved' ? row.details.by : row.details.severity),
  };
}

export const deviceActivityView = (row: DeviceActivityRow): ActivityEntry => ({
  ...happened(row),
  about: { kind: 'device', id: row.device_id, name: row.device_name },
  value: null,
});
