import { z } from 'zod';
import { IdParams } from '#platform/http/fields.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { IMPORT_LIMITS, IMPORT_OUTCOMES } from '#shared/imports.ts';
import { LIMITS } from '#shared/limits.ts';
import type { Permission } from '#shared/permissions.ts';
import { csvAnswer } from './csv-answer.ts';
import { listRows, makeReport } from './import-results.ts';
import {
  changeImport,
  forgetImport,
  getImport,
  listOwnImports,
  orderCheck,
  orderRun,
  stopImport,
  takeFile,
} from './imports.ts';
import {
  ImportOptions,
  ImportRowView,
  ImportView,
  Mapping,
  ReadingFields,
} from './imports.views.ts';

/** Either will do to begin; rows that need the other one are refused. */
const allow: readonly Permission[] = ['contacts.manage', 'customers.manage'];

export const importsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/imports',
    summary: 'One’s own imports, the newest first',
    allow,
    answer: z.object({ items: z.array(ImportView) }),
    handle: async ({ tx }) => ({ items: await listOwnImports(tx) }),
  }),
  consoleRoute({
    method: 'POST',
    path: '/imports',
    summary: 'Bring a CSV file with contacts or customers; nothing is imported yet',
    allow,
    upload: { maxBytes: IMPORT_LIMITS.bytes },
    limitPerMinute: 30,
    answer: ImportView,
    status: 201,
    handle: ({ tx, upload }) => takeFile(tx, upload),
  }),
  consoleRoute({
    method: 'GET',
    path: '/imports/:id',
    summary: 'One of one’s own imports, with its progress',
    allow,
    params: IdParams,
    answer: ImportView,
    handle: ({ tx, params: { id } }) => getImport(tx, id),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/imports/:id',
    summary: 'Say how the file is read, what its columns are, and what is done with its rows',
    allow,
    params: IdParams,
    body: z.strictObject({
      reading: ReadingFields.optional(),
      mapping: Mapping.max(IMPORT_LIMITS.columns).optional(),
      options: ImportOptions.optional(),
    }),
    answer: ImportView,
    handle: ({ tx, params: { id }, body }) => changeImport(tx, id, body),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/imports/:id',
    summary: 'Forget the file and what became of its rows; contacts and customers stay',
    allow,
    params: IdParams,
    handle: ({ tx, params: { id } }) => forgetImport(tx, id),
  }),
  consoleRoute({
    method: 'POST',
    path: '/imports/:id/check',
    summary: 'A dry run: what would become of each row',
    allow,
    params: IdParams,
    status: 202,
    answer: ImportView,
    handle: ({ tx, params: { id } }) => orderCheck(tx, id),
  }),
  consoleRoute({
    method: 'POST',
    path: '/imports/:id/run',
    summary: 'Import what was checked; goes on in the background',
    allow,
    params: IdParams,
    status: 202,
    answer: ImportView,
    handle: ({ tx, params: { id } }) => orderRun(tx, id),
  }),
  consoleRoute({
    method: 'POST',
    path: '/imports/:id/stop',
    summary: 'Stop an import; what it has brought stays',
    allow,
    params: IdParams,
    answer: ImportView,
    handle: ({ tx, params: { id } }) => stopImport(tx, id),
  }),
  consoleRoute({
    method: 'GET',
    path: '/imports/:id/rows',
    summary: 'The rows with what would become, or became, of them',
    allow,
    params: IdParams,
    query: z.object({
      outcome: z.enum(IMPORT_OUTCOMES).optional(),
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(LIMITS.pageSizeMax).default(LIMITS.pageSizeDefault),
    }),
    answer: z.object({ items: z.array(ImportRowView), nextAfter: z.number().nullable() }),
    handle: ({ tx, params: { id }, query }) => listRows(tx, id, query),
  }),
  consoleRoute({
    method: 'GET',
    path: '/imports/:id/report',
    summary: 'The file with the outcome of each row, as CSV',
    allow,
    params: IdParams,
    handle: async ({ tx, params: { id } }) => csvAnswer(await makeReport(tx, id)),
  }),
];
