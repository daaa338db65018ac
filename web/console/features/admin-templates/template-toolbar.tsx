import { RichTextEditor } from '@mantine/tiptap';
import { WayBackTools } from '#web/ui/editor-tools.tsx';

/** Dark enough to be read on white. */
const COLORS = ['#1f2329', '#616973', '#b8322a', '#8f6410', '#237a47', '#2f6db5', '#6b3fa0'];

/** What a mail may be made of, and nothing that mail programs show differently. */
export function TemplateToolbar() {
  return (
    <RichTextEditor.Toolbar>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Underline />
        <RichTextEditor.ColorPicker colors={COLORS} />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.H2 />
        <RichTextEditor.H3 />
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
        <RichTextEditor.Hr />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.AlignLeft />
        <RichTextEditor.AlignCenter />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Link />
        <RichTextEditor.Unlink />
      </RichTextEditor.ControlsGroup>
      <WayBackTools />
    </RichTextEditor.Toolbar>
  );
}
