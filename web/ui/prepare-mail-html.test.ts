import { expect, test } from 'vitest';
import { prepareMailHtml } from './prepare-mail-html.ts';

const attachments = [{ id: 7, url: '/api/v1/attachments/7' }];

test('own pictures get their address, unknown ones none', () => {
  const { html } = prepareMailHtml(
    '<p><img alt="a" src="attachment:7" /><img src="attachment:8" alt="b" /></p>',
    attachments,
    false,
  );
  expect(html).toBe('<p><img alt="a" src="/api/v1/attachments/7" /><img alt="b" /></p>');
});

test('pictures of signatures that got no address from the server are not asked for', () => {
  const mail = '<img src="signature-image:3" alt="Logo" /><img src="attachment:7" />';
  expect(prepareMailHtml(mail, attachments, true).html).toBe(
    '<img alt="Logo" /><img src="/api/v1/attachments/7" />',
  );
});

test('pictures from elsewhere are fetched only when asked for', () => {
  const mail = '<img data-remote-src="https://x.test/p.png" />';
  expect(prepareMailHtml(mail, [], false).html).not.toContain(' src=');
  expect(prepareMailHtml(mail, [], true).html).toContain('src="https://x.test/p.png"');
});

test('a writer who chose colours gets white paper', () => {
  expect(prepareMailHtml('<p>plain</p>', [], false).isPaper).toBe(false);
  expect(prepareMailHtml('<p style="color:#000">x</p>', [], false).isPaper).toBe(true);
  expect(prepareMailHtml('<p style="margin:0;background-color:red">x</p>', [], false).isPaper).toBe(
    true,
  );
  expect(prepareMailHtml('<td bgcolor="#fff">x</td>', [], false).isPaper).toBe(true);
});

test('an address cannot leave its attribute', () => {
  const { html } = prepareMailHtml(
    '<img src="attachment:7">',
    [{ id: 7, url: '"><script>' }],
    false,
  );
  expect(html).toBe('<img src="&quot;>&lt;script>">'.replace('&quot;>', '&quot;>'));
});
