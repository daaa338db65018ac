import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '#web/api/types.ts';
import { AnchorLink } from '#web/ui/links.tsx';
import { notifyProblem } from '#web/ui/notify.ts';
import { setArticleLinked, ticketArticlesQuery } from '../../data/articles.ts';
import { useCan } from '../../data/session.ts';
import { StateBadge } from './article-marks.tsx';
import { ArticlePicker } from './article-picker.tsx';

/** Beside a ticket: the articles that helped with it. */
export function TicketArticles({ ticket }: { ticket: Pick<Ticket, 'number' | 'subject'> }) {
  const { t } = useTranslation('knowledge');
  const can = useCan();
  const { number } = ticket;
  const mayLink = can('tickets.reply') || can('tickets.note') || can('tickets.update');
  const queryClient = useQueryClient();
  const articles = useQuery(ticketArticlesQuery(number)).data?.items ?? [];
  const [isPicking, setPicking] = useState(false);
  const linking = useMutation({
    mutationFn: ({ id, isLinked }: { id: number; isLinked: boolean }) =>
      setArticleLinked(number, id, isLinked),
    onSuccess: () => {
      setPicking(false);
      void queryClient.invalidateQueries({ queryKey: ticketArticlesQuery(number).queryKey });
    },
    onError: notifyProblem,
  });
  if (articles.length === 0 && !mayLink) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('articles')}
      </Title>
      <Stack gap="xs" align="stretch">
        {articles.map((article) => (
          <Group key={article.id} gap="sm" wrap="nowrap">
            <AnchorLink
              to="/knowledge/$id"
              params={{ id: String(article.id) }}
              flex={1}
              size="sm"
              lineClamp={2}
            >
              {article.title}
            </AnchorLink>
            {!article.isPublished && <StateBadge state="draft" />}
            {mayLink && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('picker.unlink', { title: article.title })}
                disabled={linking.isPending}
                onClick={() => linking.mutate({ id: article.id, isLinked: false })}
              >
                <IconX size="1rem" />
              </ActionIcon>
            )}
          </Group>
        ))}
        {articles.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('picker.noneLinked')}
          </Text>
        )}
        {mayLink && (
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size="1rem" aria-hidden />}
              onClick={() => setPicking(true)}
            >
              {t('picker.link')}
            </Button>
          </div>
        )}
      </Stack>
      {isPicking && (
        <ArticlePicker
          title={t('picker.link')}
          search={ticket.subject}
          onClose={() => setPicking(false)}
          actions={({ id }) => (
            <Button
              size="compact-sm"
              disabled={linking.isPending || articles.some((article) => article.id === id)}
              onClick={() => linking.mutate({ id, isLinked: true })}
            >
              {t('picker.linkThis')}
            </Button>
          )}
        />
      )}
    </section>
  );
}
