import { Button, Stack, UnstyledButton } from '@mantine/core';
import { IconDots, IconPhoto } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import mailStyles from './mail-content.css?inline';
import classes from './message-body.module.css';
import { prepareMailHtml } from './prepare-mail-html.ts';

interface ShownAttachment {
  id: number;
  url: string;
}

/**
 * What somebody wrote, as cleaned by the server. It stands in a shadow root, so that its styles
 * cannot reach the page; pictures from elsewhere wait for the reader's word; the history that a
 * mail quotes is folded.
 */
export function MessageBody(props: {
  html: string;
  quotedHtml?: string | null;
  hasRemoteImages?: boolean;
  attachments?: ShownAttachment[];
}) {
  const { t } = useTranslation('common');
  const [isShowingImages, setShowingImages] = useState(false);
  const [isUnfolded, setUnfolded] = useState(false);
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
      {props.quotedHtml && (
        <>
          <UnstyledButton
            className={classes.fold}
            aria-expanded={isUnfolded}
            aria-label={t(isUnfolded ? 'message.hideQuoted' : 'message.showQuoted')}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            <IconDots size="1rem" aria-hidden />
          </UnstyledButton>
          {isUnfolded && (
            <MailHtml
              html={props.quotedHtml}
              attachments={attachments}
              showImages={isShowingImages}
            />
          )}
        </>
      )}
    </Stack>
  );
}

function MailHtml(props: { html: string; attachments: ShownAttachment[]; showImages: boolean }) {
  const host = useRef<HTMLDivElement>(null);
  const { html, isPaper } = prepareMailHtml(props.html, props.attachments, props.showImages);
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [mailSheet()];
    root.innerHTML = html;
  }, [html]);
  return <div ref={host} className={classes.mail} data-paper={isPaper || undefined} />;
}

let sheet: CSSStyleSheet | undefined;

/** One style sheet for all messages on the page. */
function mailSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(mailStyles);
  }
  return sheet;
}
