/**
 * The walls of the house (ARCHITECTURE.md). A module of the server is entered by its index.ts;
 * the web never imports the server; only queries and platform/db touch the database.
 */
const MODULE = '^server/modules/([^/]+)/';
const TEST = '\\.test\\.tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles-between-files',
      severity: 'error',
      comment: 'Two files that need each other are one file, or lack a third.',
      from: { pathNot: TEST },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'modules-by-their-door',
      severity: 'error',
      comment: 'A module enters another only by its index.ts.',
      from: { path: MODULE, pathNot: TEST },
      to: { path: '^server/modules/([^/]+)/', pathNot: ['^server/modules/$1/', '^server/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-cycles-between-modules',
      severity: 'error',
      comment: 'Module folders point one way; see the order in ARCHITECTURE.md.',
      scope: 'folder',
      from: { path: '^server/modules/[^/]+$' },
      to: { circular: true },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: TEST },
      to: { path: '^server/(modules/|api|worker|serve|boot|cli)' },
    },
    {
      name: 'only-queries-touch-the-database',
      severity: 'error',
      comment: 'Tables are named in *.queries.ts only; platform/db makes the transactions.',
      from: { path: '^server/', pathNot: ['\\.queries\\.ts$', '^server/platform/(db|events|jobs)/', TEST] },
      to: { path: '^node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-never-imports-server',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|db|scripts|bench)/' },
    },
    {
      name: 'server-never-imports-web',
      severity: 'error',
      from: { path: '^(server|shared|db)/' },
      to: { path: '^web/' },
    },
    {
      name: 'shared-is-for-both',
      severity: 'error',
      comment: 'No Node and no React in what server and web share.',
      from: { path: '^shared/', pathNot: TEST },
      to: { pathNot: '^shared/' },
    },
    {
      name: 'features-never-import-each-other',
      severity: 'error',
      from: { path: '^web/(console|portal)/features/([^/]+)/' },
      to: { path: '^web/(console|portal)/features/([^/]+)/', pathNot: '^web/$1/features/$2/' },
    },
    {
      name: 'console-and-portal-apart',
      severity: 'error',
      from: { path: '^web/console/' },
      to: { path: '^web/portal/' },
    },
    {
      name: 'portal-and-console-apart',
      severity: 'error',
      from: { path: '^web/portal/' },
      to: { path: '^web/console/' },
    },
    {
      name: 'shared-parts-know-no-feature',
      severity: 'error',
      from: { path: '^web/(ui|api|i18n)/' },
      to: { path: '^web/(console|portal)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(server|web|shared|db|agent)/', pathNot: TEST },
      to: { path: '^tests/|\\.test\\.tsx?$' },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.css$' } },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file that nobody imports is forgotten.',
      from: { orphan: true, pathNot: [TEST, '\\.d\\.ts$', '(^|/)\\.', '^(tests|bench|scripts)/', 'vite\\.config', 'vitest\\.config'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    exclude: { path: ['^dist/', '^data/'] },
  },
};
