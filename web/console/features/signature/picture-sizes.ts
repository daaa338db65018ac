import { Extension } from '@tiptap/core';
import { Plugin, type Transaction } from '@tiptap/pm/state';

/** Pictures of logos are drawn large, so that they are sharp; this is what a mail has room for. */
const WIDTH_FIRST_PX = 240;

/** Height for each pixel of width, by address; and how wide the picture itself is. */
const known = new Map<string, { widthPx: number; slope: number }>();

export function noteSize(
  src: string,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
) {
  known.set(src, { widthPx, slope: heightPx / widthPx });
}

/**
 * Gives uploaded pictures both measures: the width that was pasted along, or one that fits, and
 * the height that belongs to it.
 */
export const PictureSizes = Extension.create({
  name: 'pictureSizes',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(changes, _before, state) {
        if (!changes.some(({ docChanged }) => docChanged)) return null;
        let change: Transaction | null = null;
        state.doc.descendants((node, position) => {
          if (node.type.name !== 'image') return;
          const size = known.get(node.attrs.src);
          if (!size || node.attrs.uploading) return;
          const given = Number.parseInt(node.attrs.width, 10);
          const width = given > 0 ? given : Math.min(size.widthPx, WIDTH_FIRST_PX);
          const height = Math.max(1, Math.round(width * size.slope));
          if (node.attrs.width === width && node.attrs.height === height) return;
          change ??= state.tr.setMeta('addToHistory', false);
          change.setNodeAttribute(position, 'width', width);
          change.setNodeAttribute(position, 'height', height);
        });
        return change;
      },
    }),
  ],
});
