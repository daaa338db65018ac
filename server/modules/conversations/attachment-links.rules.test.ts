import { expect, it } from 'vitest';
import { cleanEditorHtml } from '#platform/html/clean-html.ts';
import { keepImages, mayQuoteFrom, withImageUrls } from './attachment-links.rules.ts';

const stored =
  '<p>a <img alt="x" src="attachment:12" width="5" /> b <img src="attachment:7" /></p>';

it('shows pictures where the audience can fetch them', () => {
  expect(withImageUrls(stored, 'console')).toContain('src="/api/v1/attachments/12"');
  expect(withImageUrls(stored, 'portal')).toContain('src="/portal/v1/attachments/7"');
  expect(withImageUrls(stored, 'portal')).not.toContain('attachment:');
});

it('takes away the pictures that are not allowed, and nothing else', () => {
  expect(keepImages(stored, new Set([12]))).toBe(
    '<p>a <img alt="x" src="attachment:12" width="5" /> b </p>',
  );
});

it('takes what the editor sends back to what is stored', () => {
  const shown = withImageUrls(stored, 'console');
  const clean = cleanEditorHtml(shown);
  expect(clean.attachmentIds).toEqual([12, 7]);
  expect(withImageUrls(clean.html, 'console')).toBe(
    withImageUrls(cleanEditorHtml(stored).html, 'console'),
  );
});

it('keeps pictures of notes out of what is said to contacts', () => {
  expect(mayQuoteFrom('note')).toContain('note');
  expect(mayQuoteFrom('reply')).not.toContain('note');
  expect(mayQuoteFrom('contact')).not.toContain('note');
});
