import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconEyeOff, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '#shared/languages.ts';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import {
  type Article,
  type ArticleText,
  dropDraft,
  removeText,
  unpublishText,
} from '../../data/articles.ts';
import type { DraftSaver } from './use-draft-saver.ts';

/** What is done rarely with a language: taking it back, discarding changes, removing it. */
export function TextMenu(props: { article: Article; text: ArticleText; saver: DraftSaver }) {
  const { t } = useTranslation('knowledge');
  const { article, text, saver } = props;
  const key = { id: article.id, language: text.language };
  const queryClient = useQueryClient();
  const done = (message: string) => {
    notifyDone(message);
    void queryClient.invalidateQueries({ queryKey: ['article'] });
  };
  const unpublishing = useMutation({
    mutationFn: () => unpublishText(key),
    onSuccess: (taken) => {
      // What waits to be saved stays; only the version is another one.
      saver.version.current = taken.draft?.version ?? 0;
      done(t('unpublishedNow'));
    },
    onError: notifyProblem,
  });
  const dropping = useMutation({
    mutationFn: async () => {
      await saver.flush();
      return dropDraft(key, saver.version.current);
    },
    onSuccess: (dropped) => {
      saver.adopt(dropped);
      done(t('droppedNow'));
    },
    onError: notifyProblem,
  });
  const removing = useMutation({
    mutationFn: () => removeText(key),
    onSuccess: () => done(t('languageRemoved', { language: LANGUAGE_NAMES[text.language] })),
    onError: notifyProblem,
  });
  const isLast = article.texts.length === 1;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('moreActions')}>
          <IconDots size="1rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowBackUp size="1rem" aria-hidden />}
          disabled={!text.published || (text.state !== 'changed' && saver.state === 'saved')}
          onClick={() => dropping.mutate()}
        >
          {t('drop')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconEyeOff size="1rem" aria-hidden />}
          disabled={!text.published}
          onClick={() => unpublishing.mutate()}
        >
          {t('unpublish')}
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconTrash size="1rem" aria-hidden />}
          disabled={text.published !== null || isLast}
          onClick={() => removing.mutate()}
        >
          {t('removeLanguage', { language: LANGUAGE_NAMES[text.language] })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
