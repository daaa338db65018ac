import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** What the editor's own buttons are called. */
export function useRichTextLabels() {
  const { t } = useTranslation('common');
  return useMemo(
    () => ({
      boldControlLabel: t('editor.bold'),
      italicControlLabel: t('editor.italic'),
      underlineControlLabel: t('editor.underline'),
      strikeControlLabel: t('editor.strike'),
      bulletListControlLabel: t('editor.bulletList'),
      orderedListControlLabel: t('editor.orderedList'),
      blockquoteControlLabel: t('editor.quote'),
      codeBlockControlLabel: t('editor.code'),
      linkControlLabel: t('editor.link'),
      unlinkControlLabel: t('editor.unlink'),
      imageUploadControlLabel: t('editor.image'),
      undoControlLabel: t('editor.undo'),
      redoControlLabel: t('editor.redo'),
      linkEditorInputLabel: t('editor.linkAddress'),
      linkEditorInputPlaceholder: 'https://',
      linkEditorExternalLink: t('editor.linkNewTab'),
      linkEditorInternalLink: t('editor.linkSameTab'),
      linkEditorSave: t('save'),
    }),
    [t],
  );
}
