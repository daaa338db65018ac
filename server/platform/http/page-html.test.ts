import { expect, test } from 'vitest';
import { pageHtml } from './page-html.ts';

const BUILT =
  '<html lang="en"><head><title>Portico</title></head><body><div id="root"></div></body></html>';

test('fills the built page; no text ends the data or stands for another', () => {
  const html = pageHtml(BUILT, {
    kind: 'page',
    language: 'de',
    title: "<b> $& $'",
    head: '<meta name="description" content="$1">',
    body: '<p>$$</p>',
    data: { text: '</script><script>alert(1)</script><!--' },
  });
  expect(html).toContain('<html lang="de">');
  expect(html).toContain(
    '<title>&lt;b&gt; $&amp; $&#39;</title>\n<meta name="description" content="$1">',
  );
  expect(html).toContain('<div id="root"><p>$$</p></div>');
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  const [, json = ''] = /id="first-page">(.*)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(json)).toEqual({ text: '</script><script>alert(1)</script><!--' });
});
