import { Button, Stack, UnstyledButton } from '@mantine/core';
import { IconDots, IconPhoto, IconSignature } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MailHtml, type ShownAttachment } from './mail-html.tsx';
import classes from './message-body.module.css';

/**
 * What somebody wrote, as cleaned by the server. Pictures from elsewhere wait for the reader's
 * word; what its author signed with, and the history that a mail quotes, are folded.
 */
export function MessageBody(props: {
  html: string;
  quotedHtml?: string | null;
  signatureHtml?: string | null;
  hasRemoteImages?: boolean;
  attachments?: ShownAttachment[];
}) {
  const { t } = useTranslation('common');
  const [isShowingImages, setShowingImages] = useState(false);
  const attachments = props.attachments ?? [];
  return (
    <Stack gap="sm" align="stretch">
      {props.hasRemoteImages && !isShowingImages && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPhoto size="1rem" aria-hidden />}
          onClick={() => setShowingImages(true)}
          className={classes.button}
        >
          {t('message.showImages')}
        </Button>
      )}
      <MailHtml html={props.html} attachments={attachments} showImages={isShowingImages} />
      {props.signatureHtml && (
        <Folded
          icon={<IconSignature size="1rem" stroke={1.5} aria-hidden />}
          show={t('message.showSignature')}
          hide={t('message.hideSignature')}
        >
          <MailHtml html={props.signatureHtml} />
        </Folded>
      )}
      {props.quotedHtml && (
        <Folded
          icon={<IconDots size="1rem" aria-hidden />}
          show={t('message.showQuoted')}
          hide={t('message.hideQuoted')}
        >
          <MailHtml
            html={props.quotedHtml}
            attachments={attachments}
            showImages={isShowingImages}
          />
        </Folded>
      )}
    </Stack>
  );
}

function Folded(props: { icon: ReactNode; show: string; hide: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const label = isOpen ? props.hide : props.show;
  return (
    <>
      <UnstyledButton
        className={classes.fold}
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!isOpen)}
      >
        {props.icon}
      </UnstyledButton>
      {isOpen && props.children}
    </>
  );
}
