import { TextInput } from '@mantine/core';
import { type Editor, useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import classes from './picture-text.module.css';

const ALT_MAX_CHARS = 300;

/** For the chosen picture: what it shows, for who cannot see it and for search engines. */
export function PictureText({ editor }: { editor: Editor }) {
  const { t } = useTranslation('knowledge');
  const alt = useEditorState({
    editor,
    selector: () =>
      editor.isActive('image') ? String(editor.getAttributes('image').alt ?? '') : null,
  });
  if (alt === null) return null;
  return (
    <TextInput
      label={t('editor.pictureText')}
      description={t('editor.pictureTextHint')}
      className={classes.field}
      maxLength={ALT_MAX_CHARS}
      value={alt}
      onChange={({ currentTarget }) =>
        editor.commands.updateAttributes('image', { alt: currentTarget.value })
      }
    />
  );
}
