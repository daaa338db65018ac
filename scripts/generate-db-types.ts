import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The words of shared/ for columns that PostgreSQL only knows as text. */
const WORDS = {
  '#shared/languages.ts': {
    Language: ['tenants.language', 'technicians.language', 'contacts.language'],
  },
  '#shared/portal-settings.ts': {
    TicketFieldUse: ['portal_settings.priority_field', 'portal_settings.impact_field'],
    KnowledgeBaseReaders: ['portal_settings.knowledge_base'],
  },
  '#shared/tickets.ts': {
    TicketStatus: ['tickets.status'],
    TicketPriority: ['tickets.priority'],
    TicketImpact: ['tickets.impact'],
    TicketType: ['tickets.type'],
    TicketSource: ['tickets.source', 'messages.source'],
    MessageKind: ['messages.kind'],
  },
};

/** Writes the table types of a migrated database to `outFile`. */
export async function generateDbTypes(ownerUrl: string, outFile: string): Promise<void> {
  const imports: Record<string, string> = {};
  const columns: Record<string, string> = {};
  for (const [file, types] of Object.entries(WORDS)) {
    for (const [type, names] of Object.entries(types)) {
      imports[type] = `${file}#${type}`;
      for (const name of names) columns[name] = hasDefault(name) ? `Generated<${type}>` : type;
    }
  }
  await run('node_modules/.bin/kysely-codegen', [
    '--dialect=postgres',
    `--url=${ownerUrl}`,
    `--out-file=${outFile}`,
    '--default-schema=public',
    '--exclude-pattern=schema_migrations',
    '--log-level=error',
    `--type-mapping=${JSON.stringify({ int8: 'number', citext: 'string', timestamptz: 'Date', inet: 'string' })}`,
    `--custom-imports=${JSON.stringify(imports)}`,
    `--overrides=${JSON.stringify({ columns })}`,
  ]);
}

const hasDefault = (column: string) => !/\.(source|kind)$/.test(column);
