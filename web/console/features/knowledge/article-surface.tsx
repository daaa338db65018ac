import { getUploadImageExtension, Link, RichTextEditor } from '@mantine/tiptap';
import Image from '@tiptap/extension-image';
import Placeholder from '@tiptap/extension-placeholder';
import { TableKit } from '@tiptap/extension-table';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadFile } from '#web/api/upload.ts';
import { EditorFrame } from '#web/ui/editor-frame.tsx';
import { textboxAttributes, withoutUploads } from '#web/ui/editor-text.ts';
import { notifyProblem } from '#web/ui/notify.ts';
import { ARTICLE_PICTURES } from '../../data/articles.ts';
import classes from './article-surface.module.css';
import { ArticleToolbar } from './article-toolbar.tsx';
import { withoutForeignPictures } from './pasted-article.ts';
import { PictureText } from './picture-text.tsx';
import { useArticleLabels } from './use-article-labels.ts';

export interface ArticleEditorProps {
  label: string;
  /** What the editor starts with; give another `key` to start afresh. */
  initialHtml: string;
  onChange: (html: string) => void;
  /** Ctrl+S and Ctrl+Enter, Cmd on a Mac. */
  onSave: () => void;
  /** Pictures of what was pasted are stored elsewhere and were left out. */
  onLeftOut: () => void;
}

async function upload(file: File) {
  const { url } = await uploadFile(ARTICLE_PICTURES, file);
  // Decoration until somebody says what it shows: a file's name would be read out.
  return { src: url, alt: '' };
}

/** Loaded through ArticleEditor, never directly: the editor is heavy. */
export function ArticleSurface(props: ArticleEditorProps) {
  const { t } = useTranslation('knowledge');
  const onChange = useEffectEvent(props.onChange);
  const onSave = useEffectEvent(props.onSave);
  const paste = useEffectEvent((html: string) => {
    const { html: kept, leftOut } = withoutForeignPictures(html);
    if (leftOut > 0) props.onLeftOut();
    return kept;
  });
  const editor = useEditor({
    extensions: [
      StarterKit.configure({ link: false, heading: { levels: [2, 3, 4] } }),
      Link.configure({ openOnClick: false }),
      TableKit.configure({ table: { resizable: false } }),
      Placeholder.configure({ placeholder: t('editor.placeholder') }),
      getUploadImageExtension(Image, {
        onImageUpload: upload,
        onImageUploadError: (_file, error) => notifyProblem(error),
      }),
    ],
    content: props.initialHtml,
    onUpdate: ({ editor }) => onChange(editor.isEmpty ? '' : withoutUploads(editor.getHTML())),
    editorProps: {
      transformPastedHTML: (html) => paste(html),
      attributes: textboxAttributes(props.label),
      handleKeyDown: (_view, event) => {
        const isSave = event.key === 's' || event.key === 'Enter';
        if (!isSave || !(event.ctrlKey || event.metaKey)) return false;
        event.preventDefault();
        onSave();
        return true;
      },
    },
  });
  return (
    <EditorFrame editor={editor} labels={useArticleLabels()} isLong className={classes.content}>
      {editor && <ArticleToolbar editor={editor} />}
      {editor && <PictureText editor={editor} />}
      <RichTextEditor.Content />
    </EditorFrame>
  );
}
