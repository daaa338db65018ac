import type { FocusEvent, RefObject } from 'react';

/** Puts a text where the cursor last was: in the subject, or in the text. */
export type Insertion = RefObject<((text: string) => void) | null>;

/** For a field of plain text: remembers it as the place, and puts the text between what is there. */
export function takesInsertions(insertion: Insertion, onChange: (value: string) => void) {
  return {
    onFocus(event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) {
      const field = event.currentTarget;
      insertion.current = (text) => {
        const { value } = field;
        const from = field.selectionStart ?? value.length;
        const to = field.selectionEnd ?? from;
        onChange(value.slice(0, from) + text + value.slice(to));
        requestAnimationFrame(() => {
          field.focus();
          field.setSelectionRange(from + text.length, from + text.length);
        });
      };
    },
  };
}
