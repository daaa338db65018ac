import { Alert, Anchor, Button, Group } from '@mantine/core';
import { IconArticle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Article, articleQuery } from '../../data/articles.ts';
import { usePageSetting } from '../../data/page-language.ts';
import type { Composer } from '../../parts/composer.ts';

/** The article that the reader comes from; none for a ticket about something else. */
export function useArticleInQuestion(slug: string | undefined) {
  const { language } = usePageSetting();
  const { data, isLoading } = useQuery({
    ...articleQuery(slug ?? '', language),
    enabled: slug !== undefined,
  });
  return { article: slug === undefined ? undefined : data, isLoading };
}

/** Says which article the ticket will be about, and takes it back. */
export function AboutArticle({ article, composer }: { article: Article; composer: Composer }) {
  const { t } = useTranslation('articles');
  const navigate = useNavigate();
  const { title, path } = article;
  const { subject } = composer.draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: offered once, not each time the field is emptied
  useEffect(() => {
    if (subject === '') composer.change({ subject: t('aboutSubject', { title }) });
  }, [title]);
  return (
    <Alert icon={<IconArticle aria-hidden />}>
      <Group justify="space-between">
        <Anchor href={path} target="_blank">
          {t('about', { title })}
        </Anchor>
        <Button
          variant="default"
          onClick={() => {
            if (subject === t('aboutSubject', { title })) composer.change({ subject: '' });
            void navigate({ to: '/tickets/new', search: {}, replace: true });
          }}
        >
          {t('aboutRemove')}
        </Button>
      </Group>
    </Alert>
  );
}

/** What is sent names the article, so that whoever answers sees what did not help. */
export function withArticle(html: string, article: Article | undefined, words: string): string {
  if (!article) return html;
  const line = document.createElement('p');
  const link = document.createElement('a');
  link.href = location.origin + article.path;
  link.textContent = words;
  line.append(link);
  return html + line.outerHTML;
}
