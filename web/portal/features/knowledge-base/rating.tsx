import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/languages.ts';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { useRateArticle } from '../../data/articles.ts';

/** "Was this article helpful?" An answer counts at once; who says no may say why. */
export function Rating({ articleId, language }: { articleId: number; language: Language }) {
  const { t } = useTranslation(['articles', 'common']);
  const [isHelpful, setHelpful] = useState(() => remembered(articleId));
  const [isCommented, setCommented] = useState(false);
  const rate = useRateArticle(articleId, language);
  function say(answer: boolean) {
    rate.mutate(
      { isHelpful: answer },
      {
        onSuccess: () => {
          setHelpful(answer);
          remember(articleId, answer);
        },
      },
    );
  }
  return (
    <section className="kb-rating" aria-labelledby="kb-rating">
      <Group gap="md">
        <Text fw={600} id="kb-rating">
          {t('rating.question')}
        </Text>
        <Group gap="sm">
          {([true, false] as const).map((answer) => (
            <Button
              key={String(answer)}
              variant={isHelpful === answer ? 'filled' : 'default'}
              aria-pressed={isHelpful === answer}
              leftSection={
                answer ? (
                  <IconThumbUp size="1.125rem" aria-hidden />
                ) : (
                  <IconThumbDown size="1.125rem" aria-hidden />
                )
              }
              onClick={() => say(answer)}
            >
              {t(answer ? 'rating.yes' : 'rating.no')}
            </Button>
          ))}
        </Group>
      </Group>
      <Text role="status" c="dimmed" mt="xs">
        {isHelpful !== null && !rate.error && t(isCommented ? 'rating.sent' : 'rating.thanks')}
      </Text>
      <ProblemAlert error={rate.error} />
      {isHelpful === false && !isCommented && (
        <Comment
          isSending={rate.isPending}
          onSend={(comment) =>
            rate.mutate({ isHelpful: false, comment }, { onSuccess: () => setCommented(true) })
          }
        />
      )}
    </section>
  );
}

const COMMENT_CHARS = 1_000;

function Comment(props: { isSending: boolean; onSend: (comment: string) => void }) {
  const { t } = useTranslation('articles');
  const [comment, setComment] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (comment.trim() !== '' && !props.isSending) props.onSend(comment.trim());
      }}
    >
      <Stack gap="sm" mt="sm" align="flex-start">
        <Textarea
          w="100%"
          label={t('rating.why')}
          description={t('rating.whyHint')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={COMMENT_CHARS}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={props.isSending}>
          {t('rating.send')}
        </Button>
      </Stack>
    </form>
  );
}

const keyOf = (articleId: number) => `portico.rated.${articleId}`;

function remembered(articleId: number): boolean | null {
  try {
    const value = localStorage.getItem(keyOf(articleId));
    return value === null ? null : value === 'yes';
  } catch {
    return null;
  }
}

function remember(articleId: number, isHelpful: boolean): void {
  try {
    localStorage.setItem(keyOf(articleId), isHelpful ? 'yes' : 'no');
  } catch {
    // Storage may be forbidden; the server knows it anyway.
  }
}
