import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/languages.ts';
import { currentLanguage } from '#web/i18n/i18n.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { NoPermissionState } from '#web/ui/states.tsx';
import { type Article, articleQuery, categoriesQuery } from '../../data/articles.ts';
import { useCan } from '../../data/session.ts';
import { ArchiveArticle } from './archive-article.tsx';
import { ArticleAddress } from './article-address.tsx';
import { ArticleFigures } from './article-figures.tsx';
import { VisibilityMark } from './article-marks.tsx';
import { ArticleReading } from './article-reading.tsx';
import { ArticleSettings } from './article-settings.tsx';
import { ArticleTickets } from './article-tickets.tsx';
import classes from './article-view.module.css';
import { useInLanguage } from './category-names.ts';
import { LanguageTabs } from './language-tabs.tsx';
import { TextPanel } from './text-panel.tsx';

/** One article: to be written, or for who does not write, to be read. */
export function ArticleView({ id }: { id: number }) {
  const can = useCan();
  return can('knowledge.view') ? <OneArticle id={id} /> : <NoPermissionState />;
}

function OneArticle({ id }: { id: number }) {
  const { t } = useTranslation('knowledge');
  const { data: article } = useSuspenseQuery(articleQuery(id));
  const can = useCan();
  const isWriter = can('knowledge.manage');
  const [chosen, setChosen] = useState<Language>(currentLanguage());
  const text = article.texts.find(({ language }) => language === chosen) ?? article.texts[0];
  if (!text) return null;
  const title = text.draft?.title ?? text.published?.title ?? '';
  return (
    <div>
      <PageHeader
        title={title}
        before={<Where article={article} />}
        actions={isWriter && <ArchiveArticle article={article} />}
      />
      {article.isArchived && (
        <Alert color="gray" icon={<IconArchive aria-hidden />} mb="md">
          {t('isArchived')}
        </Alert>
      )}
      <div className={classes.layout}>
        <div className={classes.main}>
          <LanguageTabs article={article} chosen={text.language} onChoose={setChosen} />
          {isWriter ? (
            <TextPanel key={text.language} article={article} text={text} />
          ) : (
            text.published && (
              <ArticleReading
                content={text.published}
                language={text.language}
                publishedAt={text.published.publishedAt}
              />
            )
          )}
        </div>
        <Stack component="aside" gap="lg" aria-label={t('settings.title')}>
          {isWriter ? (
            <ArticleSettings key={article.version} article={article} />
          ) : (
            <Group>
              <VisibilityMark visibility={article.visibility} />
            </Group>
          )}
          <ArticleAddress article={article} />
          <ArticleFigures article={article} />
          {can('tickets.view') && <ArticleTickets id={article.id} />}
        </Stack>
      </div>
    </div>
  );
}

function Where({ article }: { article: Article }) {
  const { t } = useTranslation('knowledge');
  const categories = useQuery(categoriesQuery).data?.items ?? [];
  const nameOf = useInLanguage();
  const category = categories.find(({ id }) => id === article.categoryId);
  return (
    <Group gap="xs" c="dimmed" fz="sm">
      <AnchorLink to="/knowledge" inherit>
        {t('title')}
      </AnchorLink>
      {category && (
        <>
          <Text inherit aria-hidden>
            ›
          </Text>
          <AnchorLink to="/knowledge" search={{ category: category.id }} inherit>
            {nameOf(category.names)}
          </AnchorLink>
        </>
      )}
    </Group>
  );
}
