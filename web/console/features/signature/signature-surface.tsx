import '@mantine/tiptap/styles.layer.css';
import { getUploadImageExtension, Link, RichTextEditor } from '@mantine/tiptap';
import Placeholder from '@tiptap/extension-placeholder';
import TextAlign from '@tiptap/extension-text-align';
import {
  BackgroundColor,
  Color,
  FontFamily,
  FontSize,
  TextStyle,
} from '@tiptap/extension-text-style';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PLACEHOLDER, placeholderName } from '#shared/placeholders.ts';
import { SIGNATURE_PLACEHOLDERS } from '#shared/signatures.ts';
import { notifyProblem } from '#web/ui/notify.ts';
import { uploadSignatureImage } from '../../data/signature.ts';
import { PlaceholderMarks, type TextMark } from '../../parts/placeholder-marks.ts';
import { mailTable } from './mail-table.ts';
import { placeOf, tidyPasted } from './pasted-html.ts';
import { PictureBar } from './picture-bar.tsx';
import { noteSize, PictureSizes } from './picture-sizes.ts';
import classes from './signature-surface.module.css';
import { SignatureToolbar } from './signature-toolbar.tsx';
import { SizableImage } from './sizable-image.ts';
import { useSignatureLabels } from './use-signature-labels.ts';

export interface SignatureEditorProps {
  value: string;
  onChange: (html: string) => void;
  /** So many pictures of what was pasted are stored elsewhere and were left out. */
  onLeftOut: (count: number) => void;
  /** The id of what says what is wrong with it. */
  errorId?: string | undefined;
}

/** A picture on its way has no address of its own yet. */
const ON_ITS_WAY = /<img\b[^>]*\sdata-upload(?:ing|-error)=[^>]*>/g;

async function upload(file: File) {
  const image = await uploadSignatureImage(file);
  noteSize(image.url, image);
  return { src: image.url };
}

/** Loaded through SignatureEditor, never directly: the editor is heavy. */
export function SignatureSurface(props: SignatureEditorProps) {
  const { value, errorId } = props;
  const { t } = useTranslation('signature');
  const shown = useRef(value);
  const tell = useEffectEvent((html: string) => {
    shown.current = html.replace(ON_ITS_WAY, '');
    props.onChange(shown.current);
  });
  const paste = useEffectEvent((html: string) => {
    const pasted = tidyPasted(html);
    if (pasted.leftOut > 0) props.onLeftOut(pasted.leftOut);
    return pasted.html;
  });
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        link: false,
        heading: false,
        codeBlock: false,
        blockquote: false,
        trailingNode: false,
      }),
      Link.configure({ openOnClick: false }),
      TextStyle,
      Color,
      BackgroundColor,
      FontFamily,
      FontSize,
      TextAlign.configure({ types: ['paragraph'] }),
      ...mailTable,
      PictureSizes,
      Placeholder.configure({ placeholder: t('placeholder') }),
      PlaceholderMarks.configure({
        marksOf: (line) => placeholdersOf(line, t('unknownPlaceholder')),
      }),
      getUploadImageExtension(SizableImage, {
        onImageUpload: upload,
        onImageUploadError: (_file, error) => notifyProblem(error),
        shouldUploadPastedImage: (src) => ['data', 'here'].includes(placeOf(src)),
      }),
    ],
    content: value,
    onUpdate: ({ editor }) => tell(editor.isEmpty ? '' : editor.getHTML()),
    editorProps: {
      transformPastedHTML: (html) => paste(html),
      attributes: {
        'aria-label': t('title'),
        'aria-multiline': 'true',
        role: 'textbox',
        ...(errorId && { 'aria-describedby': errorId }),
      },
    },
  });
  useEffect(() => {
    // Somebody else has set it: what was saved comes back a little tidier than it was written.
    if (!editor || editor.isDestroyed || value === shown.current) return;
    shown.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);
  return (
    <RichTextEditor
      editor={editor}
      variant="subtle"
      withTypographyStyles={false}
      labels={useSignatureLabels()}
      classNames={{ root: classes.root, content: classes.content, toolbar: classes.toolbar }}
      data-invalid={errorId ? true : undefined}
    >
      {editor && <SignatureToolbar editor={editor} />}
      {editor && <PictureBar editor={editor} />}
      <RichTextEditor.Content />
    </RichTextEditor>
  );
}

const KNOWN: ReadonlySet<string> = new Set(SIGNATURE_PLACEHOLDERS);

function placeholdersOf(line: string, unknownTitle: string): TextMark[] {
  return [...line.matchAll(PLACEHOLDER)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    ...(KNOWN.has(placeholderName(match[1] ?? ''))
      ? { class: classes.known ?? '' }
      : { class: classes.unknown ?? '', title: unknownTitle }),
  }));
}
