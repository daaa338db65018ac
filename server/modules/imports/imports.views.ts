import { z } from 'zod';
import {
  IMPORT_DELIMITERS,
  IMPORT_ENCODINGS,
  IMPORT_FIELDS,
  IMPORT_OUTCOMES,
  IMPORT_STATES,
} from '#shared/imports.ts';
import type { ImportRow } from './imports.queries.ts';

export const ReadingFields = z.strictObject({
  encoding: z.enum(IMPORT_ENCODINGS),
  delimiter: z.enum(IMPORT_DELIMITERS),
  hasHeader: z.boolean(),
});

export const Mapping = z.array(z.enum(IMPORT_FIELDS).nullable());

export const ImportOptions = z.strictObject({
  existing: z
    .enum(['skip', 'update'])
    .describe('What becomes of contacts and customers who are there already'),
  createsCustomers: z.boolean().describe('False: a row with an unknown customer is refused'),
  sendsWelcome: z.boolean().describe('Whether new contacts get the welcome mail'),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

export const ImportColumn = z.object({
  name: z.string().describe('The heading; empty where there is none'),
  samples: z.array(z.string()),
  field: z.enum(IMPORT_FIELDS).nullable(),
});
export type ImportColumn = z.infer<typeof ImportColumn>;

export const ImportCounts = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  skipped: z.number(),
  refused: z.number(),
  customersCreated: z.number().describe('Customers that rows of contacts brought along included'),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const NO_COUNTS: ImportCounts = {
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  refused: 0,
  customersCreated: 0,
};

export const ImportView = z.object({
  id: z.number(),
  fileName: z.string(),
  sizeBytes: z.number(),
  state: z.enum(IMPORT_STATES),
  reading: ReadingFields,
  columns: z.array(ImportColumn),
  options: ImportOptions,
  rowCount: z.number(),
  doneCount: z.number().describe('Rows that the check or the run is through with'),
  counts: ImportCounts,
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});
export type ImportView = z.infer<typeof ImportView>;

export function importView(row: ImportRow): ImportView {
  const { columns, ...reading } = row.reading;
  return {
    id: row.id,
    fileName: row.file_name,
    sizeBytes: row.size_bytes,
    state: row.state,
    reading,
    columns: columns.map((column, index) => ({ ...column, field: row.mapping[index] ?? null })),
    options: row.options,
    rowCount: row.row_count,
    doneCount: row.next_row,
    counts: { ...NO_COUNTS, ...row.counts },
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}

export const ImportRowView = z.object({
  rowNumber: z.number().describe('The first row below the headings is 1'),
  outcome: z.enum(IMPORT_OUTCOMES),
  cells: z.array(z.string()).describe('By column, cut to 200 characters'),
  problems: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
  contactId: z.number().nullable(),
  customerId: z.number().nullable(),
});
