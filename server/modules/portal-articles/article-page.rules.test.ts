import { describe, expect, it, test } from 'vitest';
import { articlePage, summaryOf } from './article-page.rules.ts';

describe('articlePage', () => {
  it('gives headings names to jump to, and begins with the second level', () => {
    const { html, contents } = articlePage(
      '<h1>Über Drucker</h1><p>x</p><h2 dir="ltr">Treiber &amp; <b>Papier</b></h2><h4>tief</h4>',
      [],
    );
    expect(html).toBe(
      '<h2 id="uber-drucker">Über Drucker</h2><p>x</p><h3 id="treiber-papier" dir="ltr">Treiber &amp; <b>Papier</b></h3><h5 id="tief">tief</h5>',
    );
    expect(contents).toEqual([
      { id: 'uber-drucker', text: 'Über Drucker', level: 2 },
      { id: 'treiber-papier', text: 'Treiber & Papier', level: 3 },
    ]);
  });

  it('names each heading once, never as something else on the page', () => {
    const { contents } = articlePage(
      '<h2>Content</h2><h2>Step</h2><h2>Step</h2><h2>1. First</h2><h2>…</h2><h2></h2><h2>步骤</h2>',
      [],
    );
    expect(contents.map(({ id }) => id)).toEqual([
      'content-2',
      'step',
      'step-2',
      'part-1-first',
      'part',
      'buzhou',
    ]);
  });

  it('keeps space for pictures, and gives those without words an empty alternative', () => {
    const pictures = [{ id: 7, width_px: 640, height_px: 480 }];
    expect(articlePage('<p><img src="article-file:7" /></p>', pictures).html).toBe(
      '<p><img src="article-file:7" width="640" height="480" alt="" loading="lazy" decoding="async" /></p>',
    );
    expect(articlePage('<img alt="x" src="article-file:7" width="320" />', pictures).html).toBe(
      '<img alt="x" src="article-file:7" loading="lazy" decoding="async" width="320" />',
    );
  });

  it('lets wide tables be pushed, by keyboard too', () => {
    expect(articlePage('<table><tr><td>x</td></tr></table>', []).html).toBe(
      '<div class="kb-table" tabindex="0"><table><tr><td>x</td></tr></table></div>',
    );
  });
});

test.each([
  ['Short.', 'Short.'],
  ['one two\nthree four five', 'one two three…'],
  ['x'.repeat(30), `${'x'.repeat(15)}…`],
])('the summary of %j', (words, expected) => {
  expect(summaryOf(words, 15)).toBe(expected);
});
