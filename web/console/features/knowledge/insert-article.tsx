import { Button } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { IconBook2 } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '#web/api/types.ts';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import {
  type ArticleMatch,
  articleQuery,
  setArticleLinked,
  ticketArticlesQuery,
} from '../../data/articles.ts';
import { ArticlePicker } from './article-picker.tsx';
import { htmlOfArticle, linkToArticle } from './inserted-article.ts';

/** In the toolbar of a reply: puts an article's address, or its text, where the cursor is. */
export function InsertArticle(props: { ticket: Ticket; insert: (html: string) => void }) {
  const { t } = useTranslation('knowledge');
  const { ticket } = props;
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const inserting = useMutation({
    mutationFn: async ({ match, isWhole }: { match: ArticleMatch; isWhole: boolean }) => {
      const article = isWhole ? await queryClient.fetchQuery(articleQuery(match.id)) : null;
      const text = article?.texts.find(({ language }) => language === match.language)?.published;
      const whole = text ? htmlOfArticle(text.html) : null;
      props.insert(whole?.html ?? linkToArticle(match));
      if (whole?.hasPictures) notifyDone(t('picker.withoutPictures'));
      // What is put into an answer has helped with the ticket.
      await setArticleLinked(ticket.number, match.id, true);
    },
    onSuccess: () => {
      setOpen(false);
      void queryClient.invalidateQueries({ queryKey: ticketArticlesQuery(ticket.number).queryKey });
    },
    onError: notifyProblem,
  });
  return (
    <>
      <RichTextEditor.Control
        aria-label={t('picker.insert')}
        title={t('picker.insert')}
        onClick={() => setOpen(true)}
      >
        <IconBook2 size="1rem" stroke={1.5} aria-hidden />
      </RichTextEditor.Control>
      {isOpen && (
        <ArticlePicker
          title={t('picker.insert')}
          search={ticket.subject}
          onClose={() => setOpen(false)}
          actions={(match) => (
            <>
              {/* A contact could not open it. */}
              {match.visibility !== 'technicians' && (
                <Button
                  size="compact-sm"
                  disabled={inserting.isPending}
                  onClick={() => inserting.mutate({ match, isWhole: false })}
                >
                  {t('picker.insertLink')}
                </Button>
              )}
              <Button
                size="compact-sm"
                variant="default"
                disabled={inserting.isPending}
                onClick={() => inserting.mutate({ match, isWhole: true })}
              >
                {t('picker.insertText')}
              </Button>
            </>
          )}
        />
      )}
    </>
  );
}
