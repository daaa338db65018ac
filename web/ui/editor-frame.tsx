import '@mantine/tiptap/styles.layer.css';
import { RichTextEditor, type RichTextEditorLabels } from '@mantine/tiptap';
import type { Editor } from '@tiptap/react';
import type { ReactNode } from 'react';
import classes from './editor-frame.module.css';

/** Around the toolbar and the text of every editor; loaded with them, for the editor is heavy. */
export function EditorFrame(props: {
  editor: Editor | null;
  labels: Partial<RichTextEditorLabels>;
  /** For mail: it looks as it does there. */
  isPaper?: boolean;
  /** The text is the page: its tools stay in sight while it is scrolled. */
  isLong?: boolean;
  isInvalid?: boolean;
  /** Of the text. */
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <RichTextEditor
      editor={props.editor}
      variant="subtle"
      withTypographyStyles={!props.isPaper}
      labels={props.labels}
      classNames={{
        root: classes.root,
        content: `${classes.content} ${props.className ?? ''}`,
        toolbar: classes.toolbar,
      }}
      data-paper={props.isPaper || undefined}
      data-long={props.isLong || undefined}
      data-invalid={props.isInvalid || undefined}
    >
      {props.children}
    </RichTextEditor>
  );
}
