import Image from '@tiptap/extension-image';

/**
 * A picture that is resized at its corners, and drawn anew when its measures are typed. It is
 * decoration until somebody says what it shows: a file's name would be read out, and stand in the
 * text form.
 */
export const SizableImage = Image.extend({
  addAttributes() {
    return { ...this.parent?.(), alt: { default: '' } };
  },
  addNodeView() {
    const parent = this.parent?.();
    if (!parent) return null;
    return (props) => {
      const view = parent(props);
      const { width, height } = props.node.attrs;
      const update = view.update?.bind(view);
      view.update = (node, ...rest) =>
        node.attrs.width === width &&
        node.attrs.height === height &&
        (update?.(node, ...rest) ?? false);
      return view;
    };
  },
}).configure({
  inline: true,
  allowBase64: true,
  resize: {
    enabled: true,
    directions: ['bottom-right', 'bottom-left', 'top-right', 'top-left'],
    minWidth: 16,
    minHeight: 8,
    alwaysPreserveAspectRatio: true,
  },
});
