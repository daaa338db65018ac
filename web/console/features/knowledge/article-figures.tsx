import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import type { Article } from '../../data/articles.ts';
import classes from './article-view.module.css';

/** What readers did with it, and when it was changed. */
export function ArticleFigures({ article }: { article: Article }) {
  const { t } = useTranslation('knowledge');
  const formats = useFormats();
  const figures = [
    [t('views'), formats.number(article.views)],
    [t('helpful'), formats.number(article.helpful)],
    [t('unhelpful'), formats.number(article.unhelpful)],
  ] as const;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('figures')}
      </Title>
      <dl className={classes.figures}>
        {figures.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <Text component="dt" c="dimmed">
              {label}
            </Text>
            <dd>{value}</dd>
          </div>
        ))}
        <Text component="dt" c="dimmed">
          {t('updated')}
        </Text>
        <dd>
          <RelativeTime at={article.updatedAt} />
        </dd>
        {article.author && (
          <>
            <Text component="dt" c="dimmed">
              {t('author')}
            </Text>
            <dd>{article.author.name}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
