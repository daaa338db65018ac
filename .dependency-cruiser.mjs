/**
 * The walls of the house (ARCHITECTURE.md). An import that goes through one fails `npm test`; if a wall is in the way,
 * move it here, with the reason, before going through it.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
const config = {
  forbidden: [
    {
      name: 'web-is-not-server',
      comment: 'The web talks to the server over the API only; what both must know is in shared/.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|db|scripts|bench)/' },
    },
    {
      name: 'server-is-not-web',
      severity: 'error',
      from: { path: '^(server|db)/' },
      to: { path: '^web/' },
    },
    {
      name: 'shared-depends-on-nobody',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^shared/' },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/(?!platform/)' },
    },
    {
      name: 'modules-have-one-door',
      comment: 'Another module is entered by its index.ts.',
      severity: 'error',
      from: { path: '^server/modules/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/modules/', pathNot: '^server/modules/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'no-cycles-between-modules',
      severity: 'error',
      scope: 'folder',
      from: { path: '^server/modules/[^/]+$' },
      to: { circular: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-queries-touch-the-database',
      comment: 'Kysely and pg are for *.queries.ts and the platform; everybody else calls a query.',
      severity: 'error',
      from: {
        path: '^server/',
        pathNot: ['\\.queries\\.ts$', '^server/platform/(db|jobs|events)/', '\\.test\\.ts$'],
      },
      to: { path: '^node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'console-and-portal-are-strangers',
      severity: 'error',
      from: { path: '^web/(console|portal)/' },
      to: { path: '^web/(console|portal)/', pathNot: '^web/$1/' },
    },
    {
      name: 'shared-web-parts-know-no-app',
      severity: 'error',
      from: { path: '^web/(ui|api|i18n)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^web/(console|portal)/' },
    },
    {
      name: 'features-never-import-each-other',
      severity: 'error',
      from: { path: '^web/(console|portal)/features/([^/]+)/' },
      to: { path: '^web/$1/features/', pathNot: '^web/$1/features/$2/' },
    },
    {
      name: 'agent-stands-alone',
      severity: 'error',
      from: { path: '^agent/' },
      to: { path: '^(server|web|db)/' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^(server|web|shared|db)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '(^tests/|\\.test\\.tsx?$|\\.fixture\\.ts$)' },
    },
    {
      name: 'the-server-runs-without-dev-packages',
      severity: 'error',
      from: { path: '^server/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
    {
      name: 'every-import-leads-somewhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
    {
      name: 'nothing-is-forgotten',
      comment: 'A file that nobody imports and that imports nobody.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.(test|fixture)\\.tsx?$', '\\.d\\.ts$', '^(tests|bench|scripts)/'],
      },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    // Tests may go through walls, and would tie everything to everything.
    doNotFollow: { path: ['^node_modules/', '^tests/', '\\.test\\.tsx?$'] },
    exclude: { path: '^(dist|data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};

// biome-ignore lint/style/noDefaultExport: dependency-cruiser loads its configuration by the default export.
export default config;
