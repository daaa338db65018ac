/** What a column of an imported file can be. The labels are in the `imports` catalogue. */
export const IMPORT_FIELDS = [
  'email',
  'fullName',
  'firstName',
  'lastName',
  'phone',
  'jobTitle',
  'language',
  'isMainContact',
  'hasPortalAccess',
  'customer',
  'domains',
  'customerPhone',
  'website',
  'notes',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Of the customer, not of a contact: a row that has only these is a customer. */
export const CUSTOMER_FIELDS: readonly ImportField[] = [
  'customer',
  'domains',
  'customerPhone',
  'website',
  'notes',
];

export const IMPORT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'macintosh',
  'cp850',
] as const;
export type ImportEncoding = (typeof IMPORT_ENCODINGS)[number];

export const IMPORT_DELIMITERS = [',', ';', '\t', '|'] as const;
export type ImportDelimiter = (typeof IMPORT_DELIMITERS)[number];

/** What happened to a row, or would: a check says the same words. */
export const IMPORT_OUTCOMES = ['created', 'updated', 'unchanged', 'skipped', 'refused'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

export const IMPORT_STATES = [
  'draft',
  'checking',
  'checked',
  'running',
  'done',
  'stopped',
  'failed',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const IMPORT_LIMITS = {
  bytes: 20_000_000,
  rows: 20_000,
  columns: 100,
  /** Imports and their files are forgotten so long after they were last touched. */
  keptDays: 30,
} as const;
