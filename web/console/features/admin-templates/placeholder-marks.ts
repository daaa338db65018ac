import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findOddPlaceholders, PLACEHOLDER, placeholderName } from '#shared/placeholders.ts';

/** Stands for what is no text, so that positions stay true. */
const LEAF = '\ufffc';

interface MarkOptions {
  names: readonly string[];
  known: string;
  unknown: string;
  /** Said when the pointer rests on one that will not be filled. */
  titleOf: (suggestion: string | null) => string;
}

/** Shows which placeholders will be filled, and which will not, with the one that was meant. */
export const PlaceholderMarks = Extension.create<MarkOptions>({
  name: 'placeholderMarks',
  addOptions: () => ({ names: [], known: '', unknown: '', titleOf: () => '' }),
  addProseMirrorPlugins() {
    const key = new PluginKey<DecorationSet>('placeholderMarks');
    const find = (doc: Node) => findMarks(doc, this.options);
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => find(doc),
          apply: (change, marks) => (change.docChanged ? find(change.doc) : marks),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});

function findMarks(doc: Node, { names, known, unknown, titleOf }: MarkOptions): DecorationSet {
  const marks: Decoration[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, LEAF, LEAF);
    const mark = (from: number, to: number, look: Record<string, string>) =>
      marks.push(Decoration.inline(position + 1 + from, position + 1 + to, look));
    for (const match of text.matchAll(PLACEHOLDER))
      if (names.includes(placeholderName(match[1] ?? '')))
        mark(match.index, match.index + match[0].length, { class: known });
    for (const { from, to, suggestion } of findOddPlaceholders(text, names))
      mark(from, to, { class: unknown, title: titleOf(suggestion) });
    return false;
  });
  return DecorationSet.create(doc, marks);
}
