import '@mantine/dropzone/styles.layer.css';
import { ActionIcon, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { type ReactNode, type SyntheticEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { FileIcon } from './attachment-list.tsx';
import classes from './file-drop.module.css';
import type { Upload, Uploads } from './uploads.ts';

/**
 * Takes files that are dropped or pasted anywhere on what it holds, and lists them below with
 * progress. Pictures that the editor inside has put into its text already are left to it.
 */
export function FileDrop({ uploads, children }: { uploads: Uploads; children: ReactNode }) {
  const isTaken = useRef(false);
  const noteWhoTook = (event: SyntheticEvent) => {
    isTaken.current = event.nativeEvent.defaultPrevented;
  };
  function add(files: File[]) {
    const left = isTaken.current ? files.filter(({ type }) => !type.startsWith('image/')) : files;
    isTaken.current = false;
    uploads.add(left);
  }
  return (
    <Dropzone
      onDrop={add}
      activateOnClick={false}
      activateOnKeyboard={false}
      // Never opened: files are chosen by the button beside.
      inputProps={{ 'aria-hidden': true, 'aria-label': undefined }}
      classNames={{ root: classes.root, inner: classes.inner }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens only; nothing can be done here */}
      <div onPaste={noteWhoTook} onDrop={noteWhoTook}>
        {children}
      </div>
      <UploadList uploads={uploads} />
    </Dropzone>
  );
}

export function AttachButton({ uploads }: { uploads: Uploads }) {
  const { t } = useTranslation('common');
  return (
    <FileButton multiple onChange={uploads.add}>
      {(button) => (
        <Button
          {...button}
          variant="subtle"
          color="gray"
          leftSection={<IconPaperclip size="1rem" aria-hidden />}
        >
          {t('attachments.add')}
        </Button>
      )}
    </FileButton>
  );
}

/** The sentence that says why nothing can be sent yet; null when it can. */
export function useHold({ hold }: Uploads): string | null {
  const { t } = useTranslation('common');
  return hold && t(`attachments.${hold}`);
}

/** Says it when files are the reason; the button below is dead meanwhile. */
export function Hold({ text }: { text: string | null }) {
  return (
    <Text size="sm" c="dimmed" role="status" hidden={text === null}>
      {text}
    </Text>
  );
}

function UploadList({ uploads }: { uploads: Uploads }) {
  const { t } = useTranslation('common');
  if (uploads.list.length === 0) return null;
  return (
    <Stack gap="xs" component="ul" className={classes.list} aria-label={t('attachments.title')}>
      {uploads.list.map((upload) => (
        <UploadRow key={upload.key} upload={upload} onRemove={() => uploads.remove(upload.key)} />
      ))}
    </Stack>
  );
}

function UploadRow({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  const { t } = useTranslation('common');
  const formats = useFormats();
  const problem = upload.error ?? (upload.refusal && refusalText());
  function refusalText() {
    return upload.refusal === 'tooMany'
      ? t('attachments.tooMany', { maximum: LIMITS.attachmentsPerMessage })
      : t('attachments.tooLarge', { maximum: formats.bytes(LIMITS.attachmentBytes) });
  }
  return (
    <li>
      <Group gap="sm" wrap="nowrap">
        <FileIcon mediaType={upload.mediaType} />
        <Text size="sm" truncate>
          {upload.name}
        </Text>
        <Text size="xs" c="dimmed" className={classes.size}>
          {formats.bytes(upload.sizeBytes)}
        </Text>
        {!upload.uploaded && !problem && (
          <Progress
            value={upload.share * 100}
            flex={1}
            aria-label={t('attachments.progress', { name: upload.name })}
          />
        )}
        {problem && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {problem}
          </Text>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          ml="auto"
          aria-label={t('attachments.remove', { name: upload.name })}
          onClick={onRemove}
        >
          <IconX size="1rem" />
        </ActionIcon>
      </Group>
    </li>
  );
}
