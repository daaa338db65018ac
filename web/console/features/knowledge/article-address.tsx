import { Anchor, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyTextButton } from '#web/ui/copy-text-button.tsx';
import type { Article } from '../../data/articles.ts';
import classes from './article-view.module.css';

/** Where readers find it; nothing for what no reader gets. */
export function ArticleAddress({ article }: { article: Article }) {
  const { t } = useTranslation('knowledge');
  const isPublished = article.texts.some(({ published }) => published !== null);
  if (!isPublished || article.isArchived || article.visibility === 'technicians') return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('inPortal')}
      </Title>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Anchor
          href={article.address}
          target="_blank"
          rel="noopener"
          size="sm"
          className={classes.address}
        >
          {article.address}
        </Anchor>
        <CopyTextButton value={article.address} label={t('copyAddress')} />
      </Group>
      {article.visibility !== 'public' && (
        <Text size="sm" c="dimmed">
          {t('signInNeeded')}
        </Text>
      )}
    </section>
  );
}
