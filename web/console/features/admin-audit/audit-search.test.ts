import { expect, test } from 'vitest';
import { cleanAuditSearch, toAuditFilter } from './audit-search.ts';

test('an address keeps what can be filtered by', () => {
  const search = {
    action: 'role.changed',
    area: 'role',
    actorKind: 'technician',
    actorId: '7',
    subjectKind: 'role',
    subjectId: 3,
    subjectName: 'Night shift',
    from: '2026-01-15',
    to: '2026-01-16',
  };
  expect(cleanAuditSearch(search)).toEqual({ ...search, actorId: 7 });
});

test('and nothing else', () => {
  const nonsense = {
    action: 'role.exploded',
    area: '',
    actorKind: 4,
    actorId: '-1',
    subjectKind: 'planet',
    subjectId: 'x',
    subjectName: 'Without an id',
    from: 'yesterday',
    to: '2026-99-99',
  };
  expect(Object.values(cleanAuditSearch(nonsense)).filter(Boolean)).toEqual([]);
});

test('days are asked for as the reader counts them', () => {
  const filter = toAuditFilter({ from: '2026-01-15', to: '2026-01-15' }, 'Europe/Berlin');
  expect(filter).toEqual({
    from: '2026-01-14T23:00:00.000Z',
    until: '2026-01-15T23:00:00.000Z',
  });
});
