/**
 * A page as a tree of plain data. Public pages are written by the server, for readers without
 * JavaScript and for search engines, and shown by the app a moment later: from one tree, both are the
 * same, and nothing moves when the app takes over (docs/decisions/0010-public-pages-are-trees.md).
 */
export type Markup = string | null | false | MarkupElement | MarkupSlot | readonly Markup[];

export interface MarkupElement {
  tag: string;
  /** Named as in HTML: `class`, `for`. What is null or false is left out, true stands for itself. */
  attributes: Record<string, string | number | boolean | null>;
  children: readonly Markup[];
  /** Clean HTML in place of children. */
  html?: string;
}

/** A place where the app has something living to show; until then, and without it, the children. */
export interface MarkupSlot {
  slot: string;
  children: readonly Markup[];
}

export const el = (
  tag: string,
  attributes: MarkupElement['attributes'] = {},
  ...children: Markup[]
): MarkupElement => ({ tag, attributes, children });

/** An element around HTML that the server has cleaned. */
export const cleanHtml = (
  tag: string,
  attributes: MarkupElement['attributes'],
  html: string,
): MarkupElement => ({ tag, attributes, children: [], html });

export const slot = (name: string, ...children: Markup[]): MarkupSlot => ({
  slot: name,
  children,
});

export const isMany = (markup: Markup): markup is readonly Markup[] => Array.isArray(markup);
