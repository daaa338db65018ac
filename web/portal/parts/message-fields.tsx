import { Group, Input, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { AttachButton, FileDrop } from '#web/ui/file-drop.tsx';
import { RichTextEditor } from '#web/ui/rich-text-editor.tsx';
import type { Composer } from './composer.ts';

/** Rich text with files: typed, dropped, pasted or picked. */
export function MessageFields(props: {
  composer: Composer;
  label: string;
  placeholder: string;
  error?: string | false;
  autoFocus?: boolean;
  onSubmit: () => void;
}) {
  const { t } = useTranslation('portal');
  const formats = useFormats();
  const { composer } = props;
  return (
    <FileDrop uploads={composer.uploads}>
      <RichTextEditor
        key={composer.round}
        label={props.label}
        initialHtml={composer.draft.html}
        placeholder={props.placeholder}
        autoFocus={props.autoFocus}
        onSubmit={props.onSubmit}
        onChange={(html) => composer.change({ html })}
        uploadImage={composer.uploads.uploadImage}
      />
      {props.error && (
        <Input.Error role="alert" mt="xs" size="sm">
          {props.error}
        </Input.Error>
      )}
      <Group gap="sm" mt="xs">
        <AttachButton uploads={composer.uploads} />
        <Text size="sm" c="dimmed">
          {t('files.hint', { size: formats.bytes(LIMITS.attachmentBytes) })}
        </Text>
      </Group>
    </FileDrop>
  );
}
