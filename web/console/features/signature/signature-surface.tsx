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
import { useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PLACEHOLDER, placeholderName } from '#shared/placeholders.ts';
import { SIGNATURE_PLACEHOLDERS } from '#shared/signatures.ts';
import { EditorFrame } from '#web/ui/editor-frame.tsx';
import { textboxAttributes, useValueFromOutside, withoutUploads } from '#web/ui/editor-text.ts';
import { notifyProblem } from '#web/ui/notify.ts';
import { uploadSignatureImage } from '../../data/signature.ts';
import marks from '../../parts/placeholder-marks.module.css';
import { PlaceholderMarks, type TextMark } from '../../parts/placeholder-marks.ts';
import { useMailLabels } from '../../parts/use-mail-labels.ts';
import { mailTable } from './mail-table.ts';
import { placeOf, tidyPasted } from './pasted-html.ts';
import { PictureBar } from './picture-bar.tsx';
import { noteSize, PictureSizes } from './picture-sizes.ts';
import classes from './signature-surface.module.css';
import { SignatureToolbar } from './signature-toolbar.tsx';
import { SizableImage } from './sizable-image.ts';

export interface SignatureEditorProps {
  value: string;
  onChange: (html: string) => void;
  /** So many pictures of what was pasted are stored elsewhere and were left out. */
  onLeftOut: (count: number) => void;
  /** The id of what says what is wrong with it. */
  errorId?: string | undefined;
}

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
    shown.current = withoutUploads(html);
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
      attributes: textboxAttributes(t('title'), errorId),
    },
  });
  useValueFromOutside(editor, value, shown);
  return (
    <EditorFrame
      editor={editor}
      labels={useMailLabels()}
      isPaper
      isInvalid={errorId !== undefined}
      className={classes.content}
    >
      {editor && <SignatureToolbar editor={editor} />}
      {editor && <PictureBar editor={editor} />}
      <RichTextEditor.Content />
    </EditorFrame>
  );
}

const KNOWN: ReadonlySet<string> = new Set(SIGNATURE_PLACEHOLDERS);

function placeholdersOf(line: string, unknownTitle: string): TextMark[] {
  return [...line.matchAll(PLACEHOLDER)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    ...(KNOWN.has(placeholderName(match[1] ?? ''))
      ? { class: marks.known ?? '' }
      : { class: marks.unknown ?? '', title: unknownTitle }),
  }));
}
