import { SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignaturePreview } from '../../data/signature.ts';
import classes from './signature-previews.module.css';

/** What the server would send, on the pages of mail programs, and as those without HTML show it. */
export function SignaturePreviews({ preview }: { preview: SignaturePreview | undefined }) {
  const { t } = useTranslation('signature');
  return (
    <Stack gap="sm">
      <div>
        <Title order={3}>{t('preview.title')}</Title>
        <Text size="sm" c="dimmed" aria-live="polite">
          {t(preview?.isPlain ? 'preview.plainHint' : 'preview.hint')}
        </Text>
      </div>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {(['light', 'dark'] as const).map((page) => (
          <Sheet key={page} page={page} title={t(`preview.${page}`)}>
            {preview ? <SentHtml html={preview.html} /> : <Skeleton height="4rem" />}
          </Sheet>
        ))}
      </SimpleGrid>
      <Sheet page="text" title={t('preview.text')}>
        {preview && <pre className={classes.text}>{asSent(preview)}</pre>}
      </Sheet>
    </Stack>
  );
}

/** The line that mail programs know a signature by; what stands in its place has none. */
const asSent = ({ isPlain, text }: SignaturePreview) => (isPlain ? text : `-- \n${text}`);

function Sheet(props: { page: 'light' | 'dark' | 'text'; title: string; children: ReactNode }) {
  const { t } = useTranslation('signature');
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>{props.title}</figcaption>
      <div className={classes.sheet} data-page={props.page}>
        <p className={classes.sample}>{t('preview.sample')}</p>
        {props.children}
      </div>
    </figure>
  );
}

/** In a shadow root, so that nothing of our page reaches it: a mail program knows none of that. */
function SentHtml({ html }: { html: string }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.innerHTML = html;
  }, [html]);
  return <div ref={host} className={classes.sent} />;
}
