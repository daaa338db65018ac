import { z } from 'zod';
import { ALERT_SOURCE_FORMATS } from '#shared/alerts.ts';
import type { SourceRow } from './alert-sources.queries.ts';
import type { SourceSecret } from './alert-sources.ts';

const Ref = z.object({ id: z.number(), name: z.string() }).nullable();

export const AlertSourceView = z.object({
  id: z.number(),
  name: z.string(),
  format: z.enum(ALERT_SOURCE_FORMATS),
  customer: Ref.describe('Whose the alerts are; null: as their labels say'),
  profile: z
    .object({ id: z.number(), name: z.string(), isDefault: z.boolean() })
    .nullable()
    .describe('What follows from its alerts; null: what the device’s profile says'),
  lastReceivedAt: z.date().nullable(),
  lastError: z.string().nullable().describe('Code of the error with which the last was refused'),
  createdAt: z.date(),
});

export const SourceSecretView = z.object({
  source: AlertSourceView,
  secret: z.string().describe('For the header Authorization: Bearer'),
  address: z.string(),
  addressWithSecret: z.string().describe('For systems that cannot send a header'),
});

export const alertSourceView = (row: SourceRow): z.input<typeof AlertSourceView> => ({
  id: row.id,
  name: row.name,
  format: row.format as (typeof ALERT_SOURCE_FORMATS)[number],
  customer: ref(row.customer_id, row.customer_name),
  profile:
    row.profile_id === null
      ? null
      : {
          id: row.profile_id,
          name: row.profile_name ?? '',
          isDefault: row.profile_is_default ?? false,
        },
  lastReceivedAt: row.last_received_at,
  lastError: row.last_error,
  createdAt: row.created_at,
});

export const sourceSecretView = ({
  source,
  ...rest
}: SourceSecret): z.input<typeof SourceSecretView> => ({
  source: alertSourceView(source),
  ...rest,
});

const ref = (id: number | null, name: string | null) =>
  id === null ? null : { id, name: name ?? '' };
