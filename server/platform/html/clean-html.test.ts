import { describe, expect, it } from 'vitest';
import {
  cleanArticleHtml,
  cleanEditorHtml,
  cleanMailHtml,
  cleanSignatureHtml,
} from './clean-html.ts';
import { dangersIn } from './dangers.fixture.ts';
import { safeInlineStyle } from './inline-style.ts';
import { XSS_PAYLOADS } from './xss-payloads.fixture.ts';

describe('XSS corpus', () => {
  it('has more than a hundred payloads', () => {
    expect(new Set(XSS_PAYLOADS).size).toBeGreaterThan(100);
  });
  it.each(XSS_PAYLOADS)('mail: %s', (payload) => {
    const { html } = cleanMailHtml(payload);
    expect(dangersIn(html)).toEqual([]);
    expect(cleanMailHtml(html).html).toBe(html);
  });
  it.each(XSS_PAYLOADS)('editor: %s', (payload) => {
    expect(dangersIn(cleanEditorHtml(payload).html)).toEqual([]);
  });
  it.each(XSS_PAYLOADS)('article: %s', (payload) => {
    const { html } = cleanArticleHtml(payload);
    expect(dangersIn(html)).toEqual([]);
    expect(cleanArticleHtml(html).html).toBe(html);
  });
  it.each(XSS_PAYLOADS)('signature: %s', (payload) => {
    const { html } = cleanSignatureHtml(payload);
    expect(dangersIn(html)).toEqual([]);
    expect(cleanSignatureHtml(html).html).toBe(html);
  });
  it('survives all of them at once, inside attributes and inside text', () => {
    const all = XSS_PAYLOADS.join('\n');
    const inAttribute = `<p title="${all.replaceAll('"', '&quot;')}">x</p>`;
    for (const html of [all, `<table><td>${all}`, inAttribute]) {
      expect(dangersIn(cleanMailHtml(html).html)).toEqual([]);
    }
  });
});

describe('cleanMailHtml', () => {
  it('keeps what mail looks like: tables, colours, fonts, lists, links', () => {
    const html =
      '<table width="600" border="0" cellpadding="0"><tr><td bgcolor="#eeeeee" style="padding:4px;color:#333">Hi <b>you</b></td></tr></table><ul><li>one</li></ul>';
    expect(cleanMailHtml(html).html).toBe(html);
  });
  it('opens links in a new tab without telling them where from', () => {
    expect(cleanMailHtml('<a href="https://example.org/x" onclick="x()">go</a>').html).toBe(
      '<a href="https://example.org/x" rel="noopener noreferrer nofollow" target="_blank">go</a>',
    );
  });
  it.each([
    'page.html',
    '/api/v1/session',
    '#top',
    '//evil.example',
    'ftp://x.y',
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'attachment:3',
  ])('takes the address from a link to %s', (href) => {
    expect(cleanMailHtml(`<a href="${href}">go</a>`).html).not.toContain('href');
  });
  it('shows pictures of the mail itself by their Content-ID', () => {
    const { html, hasRemoteImages } = cleanMailHtml(
      '<img src="cid:logo%40x" alt="Logo" width="20">',
      (cid) => (cid === 'logo@x' ? 7 : null),
    );
    expect(html).toBe('<img alt="Logo" width="20" src="attachment:7" />');
    expect(hasRemoteImages).toBe(false);
  });
  it('drops the source of a picture that is not in the mail', () => {
    expect(cleanMailHtml('<img src="cid:gone" alt="x">').html).toBe('<img alt="x" />');
  });
  it.each([
    'http://t.example/p.gif',
    'https://t.example/p.gif',
    '//t.example/p.gif',
    ' HTTPS://t.example/p.gif',
  ])('holds back the remote picture %s', (src) => {
    const { html, hasRemoteImages } = cleanMailHtml(`<img src="${src}" srcset="${src} 2x">`);
    expect(hasRemoteImages).toBe(true);
    expect(html).toMatch(/^<img data-remote-src="https?:\/\/t\.example\/p\.gif" \/>$/i);
  });
  it.each([
    'attachment:12',
    '/api/v1/attachments/12',
    'data:image/svg+xml,<svg onload=x>',
    'blob:x',
    'file:///c/x',
  ])('never lets a mail point at our own files: %s', (src) => {
    expect(cleanMailHtml(`<img src="${src}" data-remote-src="javascript:1">`).html).toBe('<img />');
  });
  it('drops Outlook conditionals and office tags but keeps their text', () => {
    const html =
      '<!--[if mso]><b>mso</b><![endif]--><![if !mso]><p>Hello<o:p> there</o:p></p><![endif]>';
    expect(cleanMailHtml(html).html).toBe('<p>Hello there</p>');
  });
  it('reads only the words of what is nested to hurt, and quickly', () => {
    const started = performance.now();
    for (const nest of [
      '<div>',
      '<b><i>',
      '<li>',
      '<a><',
      '<table><tr><td>',
      '<',
      '<!--<div',
      '<div/<',
    ]) {
      const html = nest.repeat(1_900_000 / nest.length);
      expect(cleanMailHtml(`${html}deep`).html).not.toMatch(/<(?:div|b|i|li|table)>/);
      cleanEditorHtml(html.slice(0, 200_000));
    }
    expect(cleanMailHtml(`${'<div>'.repeat(100_000)}deep <script>x`).html).toBe('<p>deep</p>');
    expect(performance.now() - started).toBeLessThan(15_000);
  });
  it('takes deep nesting that happens in real mail', () => {
    const html = `${'<div>'.repeat(150)}<p>one<p>two${'<li>x'.repeat(2000)}`;
    expect(cleanMailHtml(html).html).toContain('<p>one</p><p>two<li>x</li>');
  });
  it('turns several megabytes of markup into text', () => {
    const { html } = cleanMailHtml(`<p>start</p>${'<b>x</b> '.repeat(300_000)}`);
    expect(html.startsWith('<p>start')).toBe(true);
    expect(html).not.toContain('<b>');
  });
});

describe('cleanEditorHtml', () => {
  it('stores uploaded pictures by id and tells which', () => {
    const { html, attachmentIds } = cleanEditorHtml(
      '<p>see <img src="/api/v1/attachments/5" alt="a"><img src="attachment:6"><img src="https://evil/x.png"></p>',
    );
    expect(html).toBe('<p>see <img alt="a" src="attachment:5" /><img src="attachment:6" /></p>');
    expect(attachmentIds).toEqual([5, 6]);
  });
});

describe('cleanSignatureHtml', () => {
  it('stores uploaded pictures by id, and counts those that are not here', () => {
    const { html, imageIds, foreignImages } = cleanSignatureHtml(
      '<p><img src="/api/v1/me/signature/images/5" alt="a"><img src="signature-image:6" width="9"><img src="https://t.example/x.png"><img src="data:image/png;base64,AAAA"><img src="cid:x"><img src="/api/v1/attachments/5"><img src="/api/v1/tickets/1/signature-images/5"><img></p>',
    );
    expect(html).toBe(
      '<p><img alt="a" src="signature-image:5" /><img width="9" src="signature-image:6" /></p>',
    );
    expect(imageIds).toEqual([5, 6]);
    expect(foreignImages).toBe(5);
  });
  it.each([
    ['{[Portal Address]}/kb', true],
    ['https://acme.test', true],
    ['{[Company Name]}', false],
    ['/{[Portal Address]}', false],
    ['javascript:{[Portal Address]}', false],
  ])('takes a link to %s: %s', (href, isTaken) => {
    expect(cleanSignatureHtml(`<a href="${href}">x</a>`).html.includes('href')).toBe(isTaken);
  });
  it('lets mail and our own texts have no such pictures', () => {
    const written = '<img src="signature-image:5"><img src="/api/v1/me/signature/images/5">';
    expect(cleanMailHtml(written).html).not.toContain('src=');
    expect(cleanEditorHtml(written).html).toBe('');
  });
});

describe('safeInlineStyle', () => {
  it.each([
    ['color: red; position: fixed', 'color:red'],
    ['background: url(https://x/y.png)', ''],
    ['background-color: rgb(1, 2, 3) !important', 'background-color:rgb(1, 2, 3)'],
    ['font-family: "Segoe UI", Arial', 'font-family:"Segoe UI", Arial'],
    ['width: expression(alert(1))', ''],
    ['margin-left: -9999px', ''],
    ['font-size: 99999px', ''],
    ['display: flex', ''],
    ['display: none', 'display:none'],
    ['color: re\\64', ''],
    ['color: red/**/', ''],
    ['width: calc(100% - 1px)', ''],
    ['z-index: 3; top: 0; opacity: 0', ''],
    ['color', ''],
    ['COLOR: Red', 'color:Red'],
  ])('%s -> %s', (style, safe) => {
    expect(safeInlineStyle(style)).toBe(safe);
  });
});
