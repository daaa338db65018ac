import { Button, Menu } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { IconBraces, IconTextSize } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { SIGNATURE_IMAGE_TYPES, SIGNATURE_PLACEHOLDERS } from '#shared/signatures.ts';
import { TableTools, WayBackTools } from '#web/ui/editor-tools.tsx';

/** Dark enough to be read on white, light enough to be told apart. */
const COLORS = [
  '#1f2329',
  '#616973',
  '#8b939d',
  '#b8322a',
  '#8f6410',
  '#237a47',
  '#2f6db5',
  '#163860',
  '#6b3fa0',
  '#a61e6a',
  '#0b7285',
  '#5c4033',
  '#d0473d',
  '#437fc5',
];
/** Normal is what a mail has without a word about it. */
const SIZES = { tiny: '11px', small: '13px', normal: null, large: '18px', huge: '24px' } as const;
type Size = keyof typeof SIZES;

/** What a signature may be made of, and nothing that mail programs show differently. */
export function SignatureToolbar({ editor }: { editor: Editor }) {
  return (
    <RichTextEditor.Toolbar>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Underline />
        <RichTextEditor.ColorPicker colors={COLORS} />
        <TextSize editor={editor} />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.AlignLeft />
        <RichTextEditor.AlignCenter />
        <RichTextEditor.AlignRight />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Link />
        <RichTextEditor.Unlink />
        <RichTextEditor.ImageUpload accept={SIGNATURE_IMAGE_TYPES.join()} />
        <RichTextEditor.TableInsert withHeaderRow={false} maxColumns={5} maxRows={5} />
      </RichTextEditor.ControlsGroup>
      <TableTools editor={editor} />
      <WayBackTools />
      <PlaceholderMenu editor={editor} />
    </RichTextEditor.Toolbar>
  );
}

function TextSize({ editor }: { editor: Editor }) {
  const { t } = useTranslation('signature');
  const current = useEditorState({
    editor,
    selector: () => (editor.getAttributes('textStyle').fontSize as string | undefined) ?? null,
  });
  function set(size: Size) {
    const fontSize = SIZES[size];
    const chain = editor.chain().focus();
    (fontSize ? chain.setFontSize(fontSize) : chain.unsetFontSize()).run();
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <RichTextEditor.Control aria-label={t('size.title')} title={t('size.title')}>
          <IconTextSize size="1rem" stroke={1.5} aria-hidden />
        </RichTextEditor.Control>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(SIZES) as Size[]).map((size) => (
          <Menu.Item
            key={size}
            fz={SIZES[size] ?? undefined}
            fw={SIZES[size] === current ? 600 : undefined}
            onClick={() => set(size)}
          >
            {t(`size.${size}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What is different for each technician, so that one signature may serve all. */
function PlaceholderMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation('signature');
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          color="gray"
          leftSection={<IconBraces size="1rem" stroke={1.5} aria-hidden />}
        >
          {t('insertPlaceholder')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SIGNATURE_PLACEHOLDERS.map((name) => (
          <Menu.Item
            key={name}
            onClick={() => editor.chain().focus().insertContent(`{[${name}]}`).run()}
          >
            {t(`placeholders.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
