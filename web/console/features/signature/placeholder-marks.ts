import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { SIGNATURE_PLACEHOLDERS } from '#shared/signatures.ts';

const KNOWN: ReadonlySet<string> = new Set(SIGNATURE_PLACEHOLDERS);
const PLACEHOLDER = /\{\[([^[\]{}]{1,60})\]\}/g;
/** Stands for what is no text, so that positions stay true. */
const LEAF = '\ufffc';

interface MarkOptions {
  known: string;
  unknown: string;
  /** Said when the pointer rests on one that will not be filled. */
  unknownTitle: string;
}

/** Shows which placeholders will be filled, and which are on no list. */
export const PlaceholderMarks = Extension.create<MarkOptions>({
  name: 'placeholderMarks',
  addOptions: () => ({ known: '', unknown: '', unknownTitle: '' }),
  addProseMirrorPlugins() {
    const key = new PluginKey<DecorationSet>('placeholderMarks');
    const find = (doc: Node) => findPlaceholders(doc, this.options);
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

function findPlaceholders(doc: Node, options: MarkOptions): DecorationSet {
  const marks: Decoration[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, LEAF);
    for (const match of text.matchAll(PLACEHOLDER)) {
      const from = position + 1 + match.index;
      const isKnown = KNOWN.has((match[1] ?? '').replace(/\s+/g, ' ').trim());
      const look = isKnown
        ? { class: options.known }
        : { class: options.unknown, title: options.unknownTitle };
      marks.push(Decoration.inline(from, from + match[0].length, look));
    }
    return false;
  });
  return DecorationSet.create(doc, marks);
}
