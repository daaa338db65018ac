import { describe, expect, it } from 'vitest';
import {
  fullName,
  greetingName,
  passwordState,
  usernameCandidates,
  usernameFromAddress,
} from './contacts.rules.ts';

describe('usernameFromAddress', () => {
  it.each([
    ['jane@globex.test', 'jane'],
    ['jane.doe@globex.test', 'jane.doe'],
    ['Jane.Doe+tickets@globex.test', 'jane.doe'],
    ['jürgen.groß@globex.test', 'jurgen.gross'],
    ['søren@globex.test', 'soren'],
    ['иван@globex.test', 'ivan'],
    ["o'neill@globex.test", 'oneill'],
    ['_.-@globex.test', 'user'],
    ['!#$%@globex.test', 'user'],
    [`${'a'.repeat(100)}@globex.test`, 'a'.repeat(60)],
  ])('%s -> %s', (address, username) => {
    expect(usernameFromAddress(address)).toBe(username);
  });
});

describe('usernameCandidates', () => {
  it('starts with the plain name and then counts from two', () => {
    const candidates = usernameCandidates('jane');
    expect(candidates.slice(0, 3)).toEqual(['jane', 'jane2', 'jane3']);
    expect(new Set(candidates).size).toBe(candidates.length);
  });
});

describe('passwordState', () => {
  const now = new Date('2026-11-24T10:00:00Z');
  const later = new Date('2026-11-25T10:00:00Z');
  it.each([
    ['none', { hasPassword: false, isGenerated: false, readableUntil: null }],
    ['chosen', { hasPassword: true, isGenerated: false, readableUntil: null }],
    ['generated', { hasPassword: true, isGenerated: true, readableUntil: later }],
    ['expired', { hasPassword: true, isGenerated: true, readableUntil: null }],
    ['expired', { hasPassword: true, isGenerated: true, readableUntil: now }],
  ])('%s for %j', (state, contact) => {
    expect(passwordState(contact, now)).toBe(state);
  });
});

describe('names', () => {
  it.each([
    [{ firstName: 'Jane', lastName: 'Doe', email: 'j@x.test' }, 'Jane', 'Jane Doe'],
    [{ firstName: '', lastName: 'Doe', email: 'j@x.test' }, 'Doe', 'Doe'],
    [{ firstName: '', lastName: '', email: 'j@x.test' }, 'j@x.test', 'j@x.test'],
  ])('%j', (contact, greeting, full) => {
    expect(greetingName(contact)).toBe(greeting);
    expect(fullName(contact)).toBe(full);
  });
});
