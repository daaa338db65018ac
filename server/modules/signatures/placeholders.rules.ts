import {
  fillPlaceholders as fill,
  oneLine,
  tidyPlaceholders as tidy,
} from '#modules/templates/index.ts';
import { htmlOf } from '#platform/html/html-lines.ts';
import { PLACEHOLDER } from '#shared/placeholders.ts';
import { SIGNATURE_PLACEHOLDERS, type SignaturePlaceholder } from '#shared/signatures.ts';

export type SignatureValues = Record<SignaturePlaceholder, string>;

const KNOWN: ReadonlySet<string> = new Set(SIGNATURE_PLACEHOLDERS);
const FRAGMENT_MAX_CHARS = 40;

/**
 * Clean HTML with every placeholder in one piece and spelt as on the list. Names what is on no list,
 * and what begins like a placeholder and does not end: neither may reach a customer.
 */
export function tidyPlaceholders(html: string): { html: string; unknown: string[] } {
  const { html: tidied, lines } = tidy(html);
  return { html: tidied, unknown: [...new Set(lines.flatMap(unknownIn))] };
}

function unknownIn(line: string): string[] {
  const names = [...line.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  const unknown = names.filter((name) => !KNOWN.has(name));
  const rest = line.replace(PLACEHOLDER, '');
  const start = rest.indexOf('{[');
  if (start >= 0) unknown.push(rest.slice(start, start + FRAGMENT_MAX_CHARS).trim());
  return unknown;
}

/** Fills the placeholders of tidy HTML; a link without its value keeps its words. */
export function fillPlaceholders(html: string, values: SignatureValues): string {
  const textFor = (name: string) =>
    KNOWN.has(name) ? oneLine(values[name as SignaturePlaceholder]) : '';
  return htmlOf(fill(html, { textFor, linkNames: ['Portal Address'] }));
}
