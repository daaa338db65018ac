import { Link, RichTextEditor } from '@mantine/tiptap';
import TextAlign from '@tiptap/extension-text-align';
import { Color, TextStyle } from '@tiptap/extension-text-style';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { findOddPlaceholders, PLACEHOLDER, placeholderName } from '#shared/placeholders.ts';
import { EditorFrame } from '#web/ui/editor-frame.tsx';
import { textboxAttributes, useValueFromOutside } from '#web/ui/editor-text.ts';
import marks from '../../parts/placeholder-marks.module.css';
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
      attributes: textboxAttributes(t('body'), errorId),
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
  useValueFromOutside(editor, value, shown);
  return (
    <EditorFrame
      editor={editor}
      labels={useTemplateLabels()}
      isPaper
      isInvalid={errorId !== undefined}
      className={classes.content}
    >
      <TemplateToolbar />
      <RichTextEditor.Content />
    </EditorFrame>
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
      class: marks.known ?? '',
    }));
  const odd = findOddPlaceholders(line, names).map(({ from, to, suggestion }) => ({
    from,
    to,
    class: marks.unknown ?? '',
    title: titleOf(suggestion),
  }));
  return [...known, ...odd];
}
