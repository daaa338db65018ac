import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { type Article, articleQuery, setArticleArchived } from '../../data/articles.ts';
import { notifyUndoable } from '../../parts/notify-undoable.tsx';

/** Out of lists and from readers at once; can be undone. */
export function ArchiveArticle({ article }: { article: Article }) {
  const { t } = useTranslation('knowledge');
  const queryClient = useQueryClient();
  const archiving = useMutation({
    mutationFn: (isArchived: boolean) => setArticleArchived(article.id, isArchived),
    onSuccess: (saved) => {
      queryClient.setQueryData(articleQuery(saved.id).queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: ['article', 'list'] });
      if (saved.isArchived) notifyUndoable(t('archivedNow'), () => archiving.mutate(false));
      else notifyDone(t('restoredNow'));
    },
    onError: notifyProblem,
  });
  return (
    <Button
      variant="default"
      loading={archiving.isPending}
      onClick={() => archiving.mutate(!article.isArchived)}
    >
      {t(article.isArchived ? 'restore' : 'archive')}
    </Button>
  );
}
