import { expect, test } from 'vitest';
import { stretch, stretchAll } from './pseudo-language.ts';

test('texts grow by about two fifths and show where they begin and end', () => {
  expect(stretch('Save')).toBe('⟦Šáááve⟧'.replace('ve', 'vé'));
  const text = 'Please fill this in before you go on';
  const grown = [...stretch(text)].length - 2;
  expect(grown / text.length).toBeGreaterThan(1.35);
  expect(grown / text.length).toBeLessThan(1.5);
});

test('placeholders, tags and addresses are kept', () => {
  const text = stretch('By {{name}}: <link>look</link> at https://example.com, {[Contact Name]}');
  for (const kept of ['{{name}}', '<link>', '</link>', 'https://example.com', '{[Contact Name]}'])
    expect(text).toContain(kept);
});

test('a whole catalogue keeps its keys', () => {
  expect(stretchAll({ a: { b_one: 'One' }, c: '' })).toEqual({
    a: { b_one: expect.any(String) },
    c: '⟦⟧',
  });
});
