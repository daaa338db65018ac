import { expect, test } from 'vitest';
import { cleanFileName } from './upload.ts';

test.each([
  ['report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\photo.png', 'photo.png'],
  ['evil\r\nSet-Cookie: x.txt', 'evilSet-Cookie: x.txt'],
  ['annex\u202efdp.exe', 'annexfdp.exe'],
  ['...', 'file'],
  ['', 'file'],
  [undefined, 'file'],
  [`${'x'.repeat(300)}.docx`, `${'x'.repeat(195)}.docx`],
])('%j becomes %j', (given, expected) => {
  expect(cleanFileName(given)).toBe(expected);
});
