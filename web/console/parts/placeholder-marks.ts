import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Stands for what is no text, so that positions stay true. */
const LEAF = '\ufffc';

/** Part of a line, by where it begins and ends, and how it looks. */
export interface TextMark {
  from: number;
  to: number;
  class: string;
  /** Said when the pointer rests on it. */
  title?: string;
}

/** Shows in an editor which placeholders will be filled, and which will not. */
export const PlaceholderMarks = Extension.create<{ marksOf(line: string): TextMark[] }>({
  name: 'placeholderMarks',
  addOptions: () => ({ marksOf: () => [] }),
  addProseMirrorPlugins() {
    const key = new PluginKey<DecorationSet>('placeholderMarks');
    const find = (doc: Node) => findMarks(doc, this.options.marksOf);
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

function findMarks(doc: Node, marksOf: (line: string) => TextMark[]): DecorationSet {
  const marks: Decoration[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const line = node.textBetween(0, node.content.size, LEAF, LEAF);
    for (const { from, to, ...look } of marksOf(line))
      marks.push(Decoration.inline(position + 1 + from, position + 1 + to, look));
    return false;
  });
  return DecorationSet.create(doc, marks);
}
