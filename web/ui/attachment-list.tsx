import { Anchor, Group, Text } from '@mantine/core';
import { IconFile, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import classes from './attachment-list.module.css';

interface ListedAttachment {
  id: number;
  name: string;
  mediaType: string;
  sizeBytes: number;
  isInline: boolean;
  url: string;
}

/** Files of a message that are not pictures inside its text. */
export function AttachmentList({ attachments }: { attachments: ListedAttachment[] }) {
  const { t } = useTranslation('common');
  const formats = useFormats();
  const listed = attachments.filter((attachment) => !attachment.isInline);
  if (listed.length === 0) return null;
  return (
    <Group component="ul" gap="sm" className={classes.list} aria-label={t('attachments.title')}>
      {listed.map((attachment) => (
        <li key={attachment.id}>
          <Anchor href={attachment.url} download={attachment.name} className={classes.file}>
            <FileIcon mediaType={attachment.mediaType} />
            <Text span inherit truncate maw="16rem">
              {attachment.name}
            </Text>
            <Text span size="xs" c="dimmed">
              {formats.bytes(attachment.sizeBytes)}
            </Text>
          </Anchor>
        </li>
      ))}
    </Group>
  );
}

export function FileIcon({ mediaType }: { mediaType: string }) {
  if (mediaType.startsWith('image/')) return <IconPhoto size="1rem" aria-hidden />;
  if (mediaType === 'application/pdf') return <IconFileTypePdf size="1rem" aria-hidden />;
  return <IconFile size="1rem" aria-hidden />;
}
