import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '#shared/languages.ts';
import { notifyProblem } from '#web/ui/notify.ts';
import { type Article, articleQuery, saveDraft } from '../../data/articles.ts';
import { useCan } from '../../data/session.ts';
import { StateBadge } from './article-marks.tsx';
import classes from './article-view.module.css';

/** The languages that the article has, and for who writes, those that it has not yet. */
export function LanguageTabs(props: {
  article: Article;
  chosen: Language;
  onChoose: (language: Language) => void;
}) {
  const { t } = useTranslation('knowledge');
  const { article, chosen } = props;
  const can = useCan();
  const queryClient = useQueryClient();
  const missing = LANGUAGES.filter(
    (language) => !article.texts.some((text) => text.language === language),
  );
  const adding = useMutation({
    // A translation begins with the text that is to be translated.
    mutationFn: (language: Language) => {
      const original = article.texts.find((text) => text.language === chosen)?.draft;
      return saveDraft(
        { id: article.id, language },
        {
          version: 0,
          title: original?.title ?? '',
          html: original?.html ?? '',
          attachmentIds: original?.attachments.map(({ id }) => id) ?? [],
        },
      );
    },
    onSuccess: async ({ language }) => {
      await queryClient.invalidateQueries({ queryKey: articleQuery(article.id).queryKey });
      props.onChoose(language);
    },
    onError: notifyProblem,
  });
  return (
    <nav className={classes.tabs} aria-label={t('languages')}>
      {article.texts.map(({ language, state }) => (
        <Button
          key={language}
          variant={language === chosen ? 'light' : 'subtle'}
          color={language === chosen ? 'accent' : 'gray'}
          aria-current={language === chosen ? 'true' : undefined}
          rightSection={<StateBadge state={state} />}
          onClick={() => props.onChoose(language)}
        >
          {LANGUAGE_NAMES[language]}
        </Button>
      ))}
      {can('knowledge.manage') && missing.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              loading={adding.isPending}
              leftSection={<IconPlus size="1rem" aria-hidden />}
            >
              {t('addLanguage')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {missing.map((language) => (
              <Menu.Item key={language} onClick={() => adding.mutate(language)}>
                {LANGUAGE_NAMES[language]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}
