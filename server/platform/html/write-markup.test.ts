import { expect, test } from 'vitest';
import { cleanHtml, el, slot } from '#shared/markup.ts';
import { writeMarkup } from './write-markup.ts';

const EVIL = '"><script>alert(1)</script>';

test('writes elements, leaves out what is not there, and fills slots with what stands in', () => {
  const page = el(
    'form',
    { class: 'a b', hidden: null, open: true },
    el('input', { name: 'search', value: '' }),
    null,
    false,
    ['x', el('br')],
    slot('rating', el('p', {}, 'later')),
  );
  expect(writeMarkup(page)).toBe(
    '<form class="a b" open><input name="search" value="">x<br><p>later</p></form>',
  );
});

test('escapes texts and attributes; only what was cleaned before comes through as HTML', () => {
  expect(writeMarkup(el('a', { href: EVIL, title: "'" }, EVIL))).toBe(
    '<a href="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;" title="&#39;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</a>',
  );
  expect(writeMarkup(cleanHtml('div', {}, '<b>x</b>'))).toBe('<div><b>x</b></div>');
});
