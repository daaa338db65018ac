import { expect, test } from 'vitest';
import { mentionsIn, settleMentions } from './mentions.rules.ts';

const NAMES = new Map([
  [5, 'Ada Moreno'],
  [6, '<img src=x onerror=alert(1)> & Co'],
]);

test.each([
  ['<p>No mention.</p>', '<p>No mention.</p>'],
  [
    '<p>Ask <span data-mention="5">@Ada</span>, please.</p>',
    '<p>Ask <span data-mention="5">@Ada Moreno</span>, please.</p>',
  ],
  // Another name under her id, and what else a script may put inside.
  [
    '<span data-mention="5">@Ben <b>is <span style="color:red">fired</span></b></span>!',
    '<span data-mention="5">@Ada Moreno</span>!',
  ],
  ['<span data-mention="7">@Nobody <b>here</b></span>.', '@Nobody <b>here</b>.'],
  [
    '<span style="color:red">a <span data-mention="7">@x</span> b <span data-mention="5">y</span></span> c',
    '<span style="color:red">a @x b <span data-mention="5">@Ada Moreno</span></span> c',
  ],
  [
    '<span data-mention="7"><span data-mention="5">@x</span></span>',
    '<span data-mention="5">@Ada Moreno</span>',
  ],
  [
    '<span data-mention="5"><span data-mention="7">@x</span></span> z',
    '<span data-mention="5">@Ada Moreno</span> z',
  ],
  [
    '<span data-mention="6">@x</span>',
    '<span data-mention="6">@&lt;img src=x onerror=alert(1)&gt; &amp; Co</span>',
  ],
])('%s', (html, settled) => {
  expect(settleMentions(html, NAMES)).toBe(settled);
  expect(settleMentions(settled, NAMES)).toBe(settled);
});

test('each who is mentioned, once', () => {
  const html =
    '<span data-mention="5">@A</span> <span data-mention="5">@A</span> <span data-mention="7">@C</span>';
  expect(mentionsIn(html)).toEqual([5, 7]);
  expect(mentionsIn('<span data-mention="x">@A</span> data-mention="5"')).toEqual([]);
});

test('takes no longer for spans within spans', () => {
  const deep = `${'<span data-mention="7">'.repeat(20_000)}x${'</span>'.repeat(20_000)}`;
  const start = performance.now();
  expect(settleMentions(deep, NAMES)).toBe('x');
  expect(performance.now() - start).toBeLessThan(500);
});
