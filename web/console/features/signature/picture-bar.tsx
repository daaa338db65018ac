import { Group, NumberInput, TextInput } from '@mantine/core';
import { type Editor, useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import classes from './signature-surface.module.css';

const WIDTH_MAX_PX = 600;

interface Picture {
  alt: string;
  width: number | null;
  /** Height for each pixel of width. */
  slope: number | null;
}

/** While a picture is selected: how wide it is, and the words for who does not see it. */
export function PictureBar({ editor }: { editor: Editor }) {
  const { t } = useTranslation('signature');
  const picture = useEditorState({ editor, selector: () => selectedPicture(editor) });
  if (!picture) return null;
  /** Attribute by attribute: a picture that is replaced would no longer be the selected one. */
  const change = (attributes: Record<string, unknown>) =>
    editor.commands.command(({ tr }) => {
      const { from } = tr.selection;
      for (const [name, value] of Object.entries(attributes))
        tr.setNodeAttribute(from, name, value);
      return true;
    });
  return (
    <Group gap="md" align="flex-end" className={classes.picture}>
      <NumberInput
        label={t('picture.width')}
        suffix=" px"
        size="xs"
        w="7rem"
        min={8}
        max={WIDTH_MAX_PX}
        step={10}
        allowDecimal={false}
        value={picture.width ?? ''}
        onChange={(value) => {
          const width = Number(value);
          if (!Number.isInteger(width) || width < 1 || width > WIDTH_MAX_PX) return;
          change({ width, height: picture.slope ? Math.round(width * picture.slope) : null });
        }}
      />
      <TextInput
        label={t('picture.alt')}
        placeholder={t('picture.altHint')}
        size="xs"
        flex="1 1 14rem"
        maxLength={200}
        value={picture.alt}
        onChange={(event) => change({ alt: event.currentTarget.value })}
      />
    </Group>
  );
}

function selectedPicture(editor: Editor): Picture | null {
  if (!editor.isActive('image')) return null;
  const { alt, width, height, uploading } = editor.getAttributes('image');
  if (uploading) return null;
  const [w, h] = [Number(width), Number(height)];
  return {
    alt: typeof alt === 'string' ? alt : '',
    width: w > 0 ? w : null,
    slope: w > 0 && h > 0 ? h / w : null,
  };
}
