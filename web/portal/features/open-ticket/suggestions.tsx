import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBulb } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '#web/i18n/i18n.ts';
import { useSite } from '../../data/site.ts';
import { type Suggestion, suggestionsQuery } from '../../data/suggestions.ts';
import classes from './suggestions.module.css';

const LOOK_AFTER_MS = 400;
/** Fewer letters say nothing yet. */
const LEAST_CHARS = 4;

/**
 * Articles that fit the subject while it is typed. Only the subject is looked for: what appears
 * then pushes away nothing that somebody is writing in.
 */
export function Suggestions(props: {
  subject: string;
  /** Has been read, and did not help. */
  except: number | undefined;
}) {
  const { subject, except } = props;
  const { t } = useTranslation('member');
  const hasArticles = useSite().data?.showsKnowledgeBase ?? false;
  const [search] = useDebouncedValue(subject.trim(), LOOK_AFTER_MS);
  const isEnough = search.length >= LEAST_CHARS;
  const { data } = useQuery({
    ...suggestionsQuery(search.slice(0, 200), currentLanguage()),
    enabled: hasArticles && isEnough,
  });
  const items = ((isEnough && data?.items) || []).filter(({ id }) => id !== except);
  return (
    <div role="status">
      {items.length > 0 && (
        <Paper radius="lg" p="md" mt="lg" bg="var(--portico-surface)">
          <Title order={2} size="h4" className={classes.title}>
            <IconBulb size="1.25rem" aria-hidden />
            {t('suggest.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('suggest.lead')}
          </Text>
          <Stack component="ul" gap="sm" className={classes.list}>
            {items.map((article) => (
              <SuggestionRow key={article.id} article={article} />
            ))}
          </Stack>
        </Paper>
      )}
    </div>
  );
}

function SuggestionRow({ article }: { article: Suggestion }) {
  return (
    <li>
      <Anchor href={article.path} target="_blank" rel="noopener" fw={600}>
        <Marked pieces={article.titlePieces} />
      </Anchor>
      <Text size="sm" c="dimmed" lineClamp={2}>
        <Marked pieces={article.textPieces} />
      </Text>
    </li>
  );
}

/** Pieces of a text in their order; what was looked for stands out. */
function Marked({ pieces }: { pieces: Suggestion['titlePieces'] }) {
  return pieces.map(({ text, isHit }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
    return isHit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>;
  });
}
