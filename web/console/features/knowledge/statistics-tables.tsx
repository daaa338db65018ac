import { Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { AnchorLink } from '#web/ui/links.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import type { ArticleStatistics } from '../../data/articles.ts';
import classes from './statistics-page.module.css';

/** The figures of a period. */
export function StatisticsTables({ statistics }: { statistics: ArticleStatistics }) {
  const { t } = useTranslation('knowledge');
  const { mostRead, unhelpful, unansweredSearches, answeredSearches } = statistics;
  return (
    <Stack gap="xl">
      <Totals totals={statistics.totals} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing="xl">
        <Section title={t('statistics.unanswered')} hint={t('statistics.unansweredHint')}>
          <Searches searches={unansweredSearches} label={t('statistics.unanswered')} />
        </Section>
        <Section title={t('statistics.mostRead')}>
          <Articles articles={mostRead} label={t('statistics.mostRead')} />
        </Section>
        <Section title={t('statistics.notHelpful')} hint={t('statistics.notHelpfulHint')}>
          <Articles articles={unhelpful} label={t('statistics.notHelpful')} />
        </Section>
        <Section title={t('statistics.searches')}>
          <Searches searches={answeredSearches} label={t('statistics.searches')} />
        </Section>
      </SimpleGrid>
      <Section title={t('statistics.comments')} hint={t('statistics.commentsHint')}>
        <Comments comments={statistics.comments} />
      </Section>
    </Stack>
  );
}

function Totals({ totals }: Pick<ArticleStatistics, 'totals'>) {
  const { t } = useTranslation('knowledge');
  const formats = useFormats();
  const shown = [
    [t('views'), totals.views],
    [t('statistics.allSearches'), totals.searches],
    [t('statistics.withoutResult'), totals.unanswered],
    [t('helpful'), totals.helpful],
    [t('unhelpful'), totals.unhelpful],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }}>
      {shown.map(([label, value]) => (
        <Paper key={label} withBorder className={classes.total}>
          <Text size="sm" c="dimmed">
            {label}
          </Text>
          <Text className={classes.value}>{formats.number(value)}</Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

function Section(props: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2}>{props.title}</Title>
      {props.hint && (
        <Text size="sm" c="dimmed">
          {props.hint}
        </Text>
      )}
      {props.children}
    </section>
  );
}

function Nothing() {
  const { t } = useTranslation('knowledge');
  return (
    <Text c="dimmed" mt="sm">
      {t('statistics.nothing')}
    </Text>
  );
}

function Articles(props: { articles: ArticleStatistics['mostRead']; label: string }) {
  const { t } = useTranslation('knowledge');
  const formats = useFormats();
  if (props.articles.length === 0) return <Nothing />;
  return (
    <Table className={classes.table} aria-label={props.label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('articleTitle')}</Table.Th>
          <Table.Th className={classes.number}>{t('views')}</Table.Th>
          <Table.Th className={classes.number}>{t('helpful')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.articles.map((article) => (
          <Table.Tr key={article.id}>
            <Table.Td>
              <AnchorLink to="/knowledge/$id" params={{ id: String(article.id) }}>
                {article.title}
              </AnchorLink>
            </Table.Td>
            <Table.Td className={classes.number}>{formats.number(article.views)}</Table.Td>
            <Table.Td className={classes.number}>
              {t('helpfulOf', {
                helpful: formats.number(article.helpful),
                all: formats.number(article.helpful + article.unhelpful),
              })}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Searches(props: { searches: ArticleStatistics['answeredSearches']; label: string }) {
  const { t } = useTranslation('knowledge');
  const formats = useFormats();
  if (props.searches.length === 0) return <Nothing />;
  return (
    <Table className={classes.table} aria-label={props.label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('statistics.words')}</Table.Th>
          <Table.Th className={classes.number}>{t('statistics.asked')}</Table.Th>
          <Table.Th className={classes.number}>{t('statistics.lastAsked')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.searches.map((search) => (
          <Table.Tr key={search.words}>
            <Table.Td>{search.words}</Table.Td>
            <Table.Td className={classes.number}>{formats.number(search.asked)}</Table.Td>
            <Table.Td className={classes.number}>{formats.date(search.lastDay)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Comments({ comments }: Pick<ArticleStatistics, 'comments'>) {
  const { t } = useTranslation('knowledge');
  if (comments.length === 0) return <Nothing />;
  return (
    <ul className={classes.comments}>
      {comments.map((comment) => {
        const Icon = comment.isHelpful ? IconThumbUp : IconThumbDown;
        return (
          <li key={`${comment.articleId} ${comment.createdAt}`}>
            <Group gap="sm">
              <Icon
                size="1rem"
                stroke={1.5}
                role="img"
                aria-label={t(comment.isHelpful ? 'helpful' : 'unhelpful')}
              />
              <AnchorLink to="/knowledge/$id" params={{ id: String(comment.articleId) }}>
                {comment.title}
              </AnchorLink>
              <RelativeTime at={comment.createdAt} c="dimmed" size="sm" />
            </Group>
            <Text className={classes.comment}>{comment.comment}</Text>
          </li>
        );
      })}
    </ul>
  );
}
