import { describe, expect, it } from 'vitest';
import { htmlFromText, previewFromHtml, textFromHtml, wordsFromHtml } from './text-html.ts';

const LINK = 'rel="noopener noreferrer nofollow" target="_blank"';

describe('htmlFromText', () => {
  it.each([
    ['', ''],
    ['Hello', '<p>Hello</p>'],
    ['a\nb\r\nc', '<p>a<br />b<br />c</p>'],
    ['a\n\n\nb\n \nc', '<p>a</p><p>b</p><p>c</p>'],
    ['1 < 2 & "3" > \'0\'', '<p>1 &lt; 2 &amp; &quot;3&quot; &gt; &#39;0&#39;</p>'],
    ['  two spaces', '<p>\u00a0\u00a0two spaces</p>'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    [
      'see https://a.example/b?c=1&d=2.',
      `<p>see <a href="https://a.example/b?c=1&amp;d=2" ${LINK}>https://a.example/b?c=1&amp;d=2</a>.</p>`,
    ],
    [
      '(https://a.example/x_(y))',
      `<p>(<a href="https://a.example/x_(y))" ${LINK}>https://a.example/x_(y))</a></p>`,
    ],
    ['(www.a.example)', `<p>(<a href="https://www.a.example" ${LINK}>www.a.example</a>)</p>`],
    [
      'to bob@globex.test, please',
      `<p>to <a href="mailto:bob@globex.test" ${LINK}>bob@globex.test</a>, please</p>`,
    ],
    ['javascript:alert(1)', '<p>javascript:alert(1)</p>'],
  ])('%j', (text, html) => {
    expect(htmlFromText(text)).toBe(html);
  });
  it('takes hostile text in its stride', () => {
    const started = performance.now();
    for (const piece of ['a@', 'http://', 'www.', 'a.b-', '@a.b.c.', '(((', ' \n', '\n\t'])
      htmlFromText(piece.repeat(50_000));
    for (const html of [
      `x${' '.repeat(900_000)}y`,
      `x${'\t \n'.repeat(300_000)}y`,
      `<p>${'&nbsp; '.repeat(140_000)}y`,
    ]) {
      htmlFromText(html);
      textFromHtml(html);
      wordsFromHtml(html);
    }
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('textFromHtml', () => {
  it('keeps line breaks, lists and the addresses of links', () => {
    expect(
      textFromHtml(
        '<h1>Title</h1><p>One<br>two <a href="https://x.example">site</a></p><ul><li>a</li><li>b</li></ul>',
      ),
    ).toBe('Title\n\nOne\ntwo site [https://x.example]\n\n- a\n- b');
  });
  it('bounds depth and length', () => {
    expect(() => textFromHtml('<div>'.repeat(50_000))).not.toThrow();
    expect(() => textFromHtml('<p>x</p>'.repeat(300_000))).not.toThrow();
  });
});

describe('previewFromHtml', () => {
  it('is one line of words', () => {
    expect(
      previewFromHtml(
        '<p>Hello <b>you</b></p>\n<p>there <a href="https://x">x</a><img alt="pic" src="x"></p>',
      ),
    ).toBe('Hello you there x');
  });
  it('cuts at a word', () => {
    const preview = previewFromHtml(`<p>${'word '.repeat(100)}</p>`, 50);
    expect(preview.length).toBeLessThanOrEqual(50);
    expect(preview.endsWith('word…')).toBe(true);
  });
  it('never ends in half a character', () => {
    expect(previewFromHtml(`<p>${'😀'.repeat(100)}</p>`, 10)).toBe('😀😀😀😀…');
  });
});

describe('wordsFromHtml', () => {
  it('leaves link addresses out', () => {
    expect(wordsFromHtml('<p>go <a href="https://x.example/track">here</a></p>')).toBe('go here');
  });
});
