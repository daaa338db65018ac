import { getUploadImageExtension, Link, RichTextEditor } from '@mantine/tiptap';
import Image from '@tiptap/extension-image';
import Placeholder from '@tiptap/extension-placeholder';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { type ReactNode, useEffectEvent } from 'react';
import { EditorFrame } from './editor-frame.tsx';
import { textboxAttributes } from './editor-text.ts';
import type { MentionSource } from './mention-source.ts';
import { notifyProblem } from './notify.ts';
import { useRichTextLabels } from './rich-text-labels.ts';
import classes from './rich-text-surface.module.css';
import { useMentions } from './use-mentions.tsx';

export interface RichTextProps {
  /** Read out for the text field. */
  label: string;
  /** What the editor starts with; give another `key` to start afresh. */
  initialHtml?: string;
  placeholder?: string;
  autoFocus?: boolean;
  /** Ctrl+Enter, Cmd+Enter on a Mac. */
  onSubmit?: () => void;
  onChange: (html: string) => void;
  /** Stores a pasted, dropped or picked picture and gives its address; without it, none are taken. */
  uploadImage?: (file: File) => Promise<{ url: string; name: string }>;
  /** Who can be mentioned by typing @; without it, an @ is an @. */
  mentions?: MentionSource | undefined;
  /** More for the toolbar; `insert` puts something where the cursor is. */
  tools?: (insert: (html: string) => void) => ReactNode;
}

/** Loaded through RichTextEditor, never directly: the editor is heavy. */
export function RichTextSurface(props: RichTextProps) {
  const onChange = useEffectEvent(props.onChange);
  const onSubmit = useEffectEvent(() => props.onSubmit?.());
  const uploadImage = useEffectEvent(async (file: File) => {
    if (!props.uploadImage) throw new Error('Pictures are not taken here');
    const { url, name } = await props.uploadImage(file);
    return { src: url, alt: name };
  });
  const mentions = useMentions(props.mentions);
  const editor = useEditor({
    extensions: [
      StarterKit.configure({ link: false, heading: { levels: [2, 3] } }),
      Link.configure({ openOnClick: false }),
      Placeholder.configure({ placeholder: props.placeholder ?? '' }),
      ...mentions.extensions,
      ...(props.uploadImage
        ? [
            getUploadImageExtension(Image, {
              onImageUpload: (file) => uploadImage(file),
              onImageUploadError: (_file, error) => notifyProblem(error),
            }),
          ]
        : []),
    ],
    content: props.initialHtml ?? '',
    autofocus: props.autoFocus ? 'end' : false,
    onUpdate: ({ editor }) => onChange(editor.getHTML()),
    editorProps: {
      attributes: textboxAttributes(props.label),
      handleKeyDown: (_view, event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
        onSubmit();
        return true;
      },
    },
  });
  return (
    <EditorFrame editor={editor} labels={useRichTextLabels()} className={classes.content}>
      <RichTextEditor.Toolbar>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.Underline />
          <RichTextEditor.Strikethrough />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
          <RichTextEditor.Blockquote />
          <RichTextEditor.CodeBlock />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Link />
          <RichTextEditor.Unlink />
          {props.uploadImage && <RichTextEditor.ImageUpload />}
          {props.tools?.((html) => void editor?.chain().focus().insertContent(html).run())}
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Undo />
          <RichTextEditor.Redo />
        </RichTextEditor.ControlsGroup>
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content />
      {mentions.list}
    </EditorFrame>
  );
}
