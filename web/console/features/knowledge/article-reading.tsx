import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { AttachmentList } from '#web/ui/attachment-list.tsx';
import type { ArticleText } from '../../data/articles.ts';
import { ArticleHtml } from './article-html.tsx';
import classes from './article-view.module.css';

/** An article in one language as readers get it, or would. */
export function ArticleReading(props: {
  content: Pick<NonNullable<ArticleText['published']>, 'title' | 'html' | 'attachments'>;
  language: string;
  publishedAt?: string | undefined;
}) {
  const { t } = useTranslation('knowledge');
  const formats = useFormats();
  const { title, html, attachments } = props.content;
  return (
    <Stack component="article" gap="md" lang={props.language} className={classes.reading}>
      <header>
        <Title order={2} size="h1">
          {title}
        </Title>
        {props.publishedAt && (
          <Text size="sm" c="dimmed">
            {t('publishedOn', { date: formats.date(props.publishedAt) })}
          </Text>
        )}
      </header>
      {html === '' ? <Text c="dimmed">{t('noText')}</Text> : <ArticleHtml html={html} />}
      <AttachmentList attachments={attachments.map((file) => ({ ...file, isInline: false }))} />
    </Stack>
  );
}
