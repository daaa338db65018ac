import { RichTextEditor } from '@mantine/tiptap';
import type { Editor } from '@tiptap/react';
import { TableTools, WayBackTools } from '#web/ui/editor-tools.tsx';

/** What an article may be made of: the server keeps these and nothing else. */
export function ArticleToolbar({ editor }: { editor: Editor }) {
  return (
    <RichTextEditor.Toolbar>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.H2 />
        <RichTextEditor.H3 />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Strikethrough />
        <RichTextEditor.Code />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
        <RichTextEditor.Blockquote />
        <RichTextEditor.CodeBlock />
        <RichTextEditor.Hr />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Link />
        <RichTextEditor.Unlink />
        <RichTextEditor.ImageUpload accept="image/png,image/jpeg,image/webp,image/gif,image/avif" />
        <RichTextEditor.TableInsert maxColumns={6} maxRows={8} />
      </RichTextEditor.ControlsGroup>
      <TableTools editor={editor} />
      <WayBackTools />
    </RichTextEditor.Toolbar>
  );
}
