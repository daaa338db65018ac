import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACTIONS_BY_AREA, AUDIT_ACTIONS, AUDIT_ACTORS, AUDIT_SUBJECTS } from '#shared/audit.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { flatten } from './catalogue-rules.ts';

/** That nothing else can be recorded is the compiler's matter: `recordAudit` takes these only. */
const code = globSync('server/**/*.ts', { exclude: ['**/*.test.ts'] })
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

test.each(LANGUAGES)(
  'all that the audit log can tell has words in %s, and nothing else',
  (language) => {
    const { audit } = JSON.parse(readFileSync(`locales/${language}/admin.json`, 'utf8'));
    expect([...flatten(audit.action).keys()].sort()).toEqual([...AUDIT_ACTIONS].sort());
    expect(Object.keys(audit.area).sort()).toEqual([...ACTIONS_BY_AREA.keys()].sort());
    expect(Object.keys(audit.kind).sort()).toEqual([...AUDIT_SUBJECTS].sort());
    expect(Object.keys(audit.actor).sort()).toEqual([...AUDIT_ACTORS].sort());
  },
);

test('every action is recorded somewhere', () => {
  const isRecorded = (action: string) =>
    // A few are put together: `technician.${what}`.
    code.includes(`'${action}'`) || code.includes(`'${action.split('.')[1]}'`);
  expect(AUDIT_ACTIONS.filter((action) => !isRecorded(action))).toEqual([]);
});
