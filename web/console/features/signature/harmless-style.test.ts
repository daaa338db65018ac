import { expect, test } from 'vitest';
import { harmlessStyle } from './harmless-style.ts';

test.each([
  [
    'border:none;border-right:solid #C00000 2.25pt',
    'border:none;border-right:solid #C00000 2.25pt',
  ],
  ['padding:0cm 9pt;mso-yfti-irow:0', 'padding:0cm 9pt'],
  ['position:fixed;top:0;width:90.0pt', 'width:90.0pt'],
  ['background:url(https://x.test/a.png)', ''],
  ['background:#F2F2F2 ; color:rgb(1, 2, 3)', 'background:#F2F2F2;color:rgb(1, 2, 3)'],
  ['font-family:"Segoe UI", Arial', 'font-family:"Segoe UI", Arial'],
  ['width:expression(alert(1))', ''],
  ['color:var(--mantine-color-red-6)', ''],
  ['color', ''],
  ['', ''],
])('%s', (style, kept) => {
  expect(harmlessStyle(style)).toBe(kept);
});

test('is quick on hostile styles', () => {
  const started = performance.now();
  harmlessStyle(`width:${'a'.repeat(200_000)}(`);
  harmlessStyle(`width:${'rgb('.repeat(50_000)}`);
  harmlessStyle('width:1;'.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(1_000);
});
