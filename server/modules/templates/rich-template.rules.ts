import { escapeHtml } from '#platform/html/escape-html.ts';
import {
  type HtmlDocument,
  htmlOf,
  isElement,
  isText,
  linesOf,
  wordsOf,
} from '#platform/html/html-lines.ts';
import { textFromHtml } from '#platform/html/text-html.ts';
import type { Language } from '#shared/languages.ts';
import { PLACEHOLDERS } from '#shared/templates.ts';
import { mailDocument, markerBlock } from './mail-document.rules.ts';
import { fillPlaceholders } from './placeholder-html.rules.ts';
import type { PlaceholderValues, RichValue } from './template-values.ts';
import { expandLine, fill, type RenderedMail } from './templates.rules.ts';

const LINK_NAMES = Object.entries(PLACEHOLDERS)
  .filter(([, kind]) => kind === 'link')
  .map(([name]) => name);

/** Stands where clean HTML will be put in; private characters, which no template keeps. */
const SLOT = /\ue000(\d+)\ue001/g;
const SLOT_CHARS = /[\ue000\ue001]/g;
/** A paragraph of nothing but a slot gives way to what brings its own paragraphs. */
const SLOT_ALONE = /<(p|h[1-6])\b[^>]*>\s*\ue000(\d+)\ue001\s*<\/\1>/g;

/**
 * Fills a template that was written as rich text; its plain form is made of the filled text, so
 * that both say the same.
 * @param html tidy and clean
 * @param marker the line to answer above, put on top; null when there is none, or it is in the text
 */
export function expandRich(
  { subject: writtenSubject, html }: { subject: string; html: string },
  values: PlaceholderValues,
  language: Language,
  marker: string | null,
): RenderedMail {
  const subject = expandLine(writtenSubject, values);
  const slots: RichValue[] = [];
  const document = fillPlaceholders(html.replace(SLOT_CHARS, ''), {
    linkNames: LINK_NAMES,
    dropsDeadLinks: true,
    textFor(name) {
      const filled = fill(name, values);
      if (filled.kind !== 'rich') return filled.text.replace(SLOT_CHARS, '');
      if (filled.text === '' && filled.html === '') return '';
      return `\ue000${slots.push(filled) - 1}\ue001`;
    },
  });
  makeRoom(document);
  const body = htmlOf(document);
  const blocks = [
    ...(marker === null ? [] : [markerBlock(escapeHtml(marker))]),
    body
      .replace(SLOT_ALONE, '\ue000$2\ue001')
      .replace(SLOT, (_, index: string) => `<div>${slots[Number(index)]?.html ?? ''}</div>`),
  ];
  const text = textFromHtml(body).replace(
    SLOT,
    (_, index: string) => slots[Number(index)]?.text ?? '',
  );
  return {
    subject,
    html: mailDocument({ subject, language, blocks }),
    text: (marker === null ? text : `${marker}\n\n${text}`).trim(),
  };
}

/** What is put in has paragraphs of its own, which cannot stand in one with other words. */
function makeRoom(document: HtmlDocument): void {
  for (const line of linesOf(document)) {
    const words = wordsOf(line);
    if (!words.includes('\ue000') || /^\s*\ue000\d+\ue001\s*$/.test(words)) continue;
    const slot = line.leaves.find((leaf) => isText(leaf) && leaf.data.includes('\ue000'));
    for (let at = slot?.parent ?? null; at && isElement(at); at = at.parent as typeof at)
      if (/^(?:p|h[1-6])$/.test(at.name)) at.name = 'div';
  }
}
