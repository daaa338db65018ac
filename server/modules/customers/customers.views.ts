import { z } from 'zod';
import type { CustomerRow } from './customers.queries.ts';

/** A customer as technicians see it. */
export const CustomerView = z.object({
  id: z.number(),
  name: z.string(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  notes: z.string(),
  domains: z.array(z.string()).describe('ASCII; internationalised names are in punycode'),
  domainsWithSubdomains: z
    .array(z.string())
    .describe('Those of them whose sub-domains are the customer’s as well'),
  contactCount: z.number().describe('Without archived ones'),
  openTicketCount: z.number().describe('Open and pending'),
  isArchived: z.boolean(),
  version: z.number(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type CustomerView = z.infer<typeof CustomerView>;

export const customerView = (row: CustomerRow): CustomerView => ({
  id: row.id,
  name: row.name,
  phone: row.phone,
  website: row.website,
  notes: row.notes,
  domains: row.domains,
  domainsWithSubdomains: row.domains_with_subdomains,
  contactCount: row.contact_count,
  openTicketCount: row.open_ticket_count,
  isArchived: row.archived_at !== null,
  version: row.version,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
