import '@mantine/tiptap/styles.layer.css';
import { Link, RichTextEditor } from '@mantine/tiptap';
import TextAlign from '@tiptap/extension-text-align';
import { Color, TextStyle } from '@tiptap/extension-text-style';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { findOddPlaceholders, PLACEHOLDER, placeholderName } from '#shared/placeholders.ts';
import { PlaceholderMarks, type TextMark } from '../../parts/placeholder-marks.ts';
import type { Insertion } from './insertion.ts';
import { TemplateToolbar } from './template-toolbar.tsx';
import classes from './templates.module.css';
import { useTemplateLabels } from './use-template-labels.ts';

export interface TemplateEditorProps {
  value: string;
  onChange: (html: string) => void;
  /** What may be filled in here. */
  names: readonly string[];
  insertion: Insertion;
  /** The id of what says what is wrong with it. */
  errorId?: string | undefined;
}

/** Loaded through TemplateEditor, never directly: the editor is heavy. */
export function TemplateSurface(props: TemplateEditorProps) {
  const { value, errorId, insertion } = props;
  const { t } = useTranslation('templates');
  const shown = useRef(value);
  const tell = useEffectEvent((html: string) => {
    shown.current = html;
    props.onChange(html);
  });
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        link: false,
        heading: { levels: [2, 3] },
        codeBlock: false,
        trailingNode: false,
      }),
      Link.configure({ openOnClick: false }),
      TextStyle,
      Color,
      TextAlign.configure({ types: ['paragraph', 'heading'] }),
      PlaceholderMarks.configure({
        marksOf: (line) =>
          placeholdersOf(line, props.names, (suggestion) =>
            suggestion === null ? t('unknown') : t('meant', { meant: `{[${suggestion}]}` }),
          ),
      }),
    ],
    content: value,
    onUpdate: ({ editor }) => tell(editor.isEmpty ? '' : editor.getHTML()),
    onFocus: ({ editor }) => {
      insertion.current = (text) => editor.chain().focus().insertContent(text).run();
    },
    editorProps: {
      attributes: {
        'aria-label': t('body'),
        'aria-multiline': 'true',
        role: 'textbox',
        ...(errorId && { 'aria-describedby': errorId }),
      },
    },
  });
  useEffect(() => {
    if (!editor) return;
    const insert = (text: string) => editor.chain().focus('end').insertContent(text).run();
    insertion.current = insert;
    return () => {
      if (insertion.current === insert) insertion.current = null;
    };
  }, [editor, insertion]);
  useEffect(() => {
    // Set from outside: a correction, or what was saved comes back a little tidier.
    if (!editor || editor.isDestroyed || value === shown.current) return;
    shown.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);
  return (
    <RichTextEditor
      editor={editor}
      variant="subtle"
      withTypographyStyles={false}
      labels={useTemplateLabels()}
      classNames={{ root: classes.root, content: classes.content, toolbar: classes.toolbar }}
      data-invalid={errorId ? true : undefined}
    >
      <TemplateToolbar />
      <RichTextEditor.Content />
    </RichTextEditor>
  );
}

/** Those that will be filled, and those that will not, with the one that was meant. */
function placeholdersOf(
  line: string,
  names: readonly string[],
  titleOf: (suggestion: string | null) => string,
): TextMark[] {
  const known = [...line.matchAll(PLACEHOLDER)]
    .filter((match) => names.includes(placeholderName(match[1] ?? '')))
    .map(({ index: from, 0: { length } }) => ({
      from,
      to: from + length,
      class: classes.known ?? '',
    }));
  const odd = findOddPlaceholders(line, names).map(({ from, to, suggestion }) => ({
    from,
    to,
    class: classes.unknown ?? '',
    title: titleOf(suggestion),
  }));
  return [...known, ...odd];
}
