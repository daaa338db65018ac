import type { Editor } from '@tiptap/react';
import { type RefObject, useEffect } from 'react';

/** A picture on its way has no address of its own yet. */
const ON_ITS_WAY = /<img\b[^>]*\sdata-upload(?:ing|-error)=[^>]*>/g;

export const withoutUploads = (html: string) => html.replace(ON_ITS_WAY, '');

/** What screen readers are told of the text field. */
export const textboxAttributes = (label: string, errorId?: string) => ({
  'aria-label': label,
  'aria-multiline': 'true',
  role: 'textbox',
  ...(errorId && { 'aria-describedby': errorId }),
});

/**
 * Shows what was set from outside: a correction, or what was saved and comes back a little tidier.
 * @param shown what was last told by the editor, or shown in it
 */
export function useValueFromOutside(
  editor: Editor | null,
  value: string,
  shown: RefObject<string>,
): void {
  useEffect(() => {
    if (!editor || editor.isDestroyed || value === shown.current) return;
    shown.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value, shown]);
}
