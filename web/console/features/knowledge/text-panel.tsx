import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '#web/ui/conflict-notice.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import { type Article, type ArticleText, publishText } from '../../data/articles.ts';
import { ArticleReading } from './article-reading.tsx';
import { TextEditor } from './text-editor.tsx';
import { TextMenu } from './text-menu.tsx';
import { type SavingState, useDraftSaver } from './use-draft-saver.ts';
import { VersionHistory } from './version-history.tsx';

const MODES = ['write', 'preview', 'versions'] as const;
type Mode = (typeof MODES)[number];

/** One language of an article, for who writes it: the text, how it will look, what it was. */
export function TextPanel({ article, text }: { article: Article; text: ArticleText }) {
  const { t } = useTranslation('knowledge');
  const { language } = text;
  const saver = useDraftSaver(article.id, language, text);
  const [mode, setMode] = useState<Mode>('write');
  const queryClient = useQueryClient();
  const publishing = useMutation({
    mutationFn: async () => {
      if (!(await saver.flush())) return null;
      return publishText({ id: article.id, language }, saver.version.current);
    },
    onSuccess: (published) => {
      if (!published) return;
      saver.adopt(published);
      void queryClient.invalidateQueries({ queryKey: ['article'] });
      notifyDone(t('publishedNow'));
    },
    onError: notifyProblem,
  });
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <SegmentedControl
          aria-label={t('mode.title')}
          data={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
          value={mode}
          onChange={(value) => setMode(MODES.find((known) => known === value) ?? 'write')}
        />
        <Group gap="sm">
          <Saving state={saver.state} />
          <Button
            leftSection={<IconSend size="1rem" aria-hidden />}
            loading={publishing.isPending}
            disabled={
              article.isArchived ||
              saver.theirs !== null ||
              saver.fields.title.trim() === '' ||
              (text.state === 'published' && saver.state === 'saved')
            }
            onClick={() => publishing.mutate()}
          >
            {t(text.published ? 'publishChanges' : 'publish')}
          </Button>
          <TextMenu article={article} text={text} saver={saver} />
        </Group>
      </Group>
      {saver.theirs && (
        <ConflictNotice
          onKeepMine={saver.keepMine}
          onTakeTheirs={() => saver.theirs && saver.adopt(saver.theirs)}
        />
      )}
      <ProblemAlert error={saver.error} />
      {mode === 'write' && <TextEditor key={saver.round} saver={saver} text={text} />}
      {mode === 'preview' && (
        <ArticleReading
          language={language}
          content={{ ...saver.fields, attachments: text.draft?.attachments ?? [] }}
        />
      )}
      {mode === 'versions' && (
        <VersionHistory
          article={article}
          text={text}
          saver={saver}
          onRestored={() => setMode('write')}
        />
      )}
      <UnsavedGuard isDirty={saver.state !== 'saved'} />
    </Stack>
  );
}

function Saving({ state }: { state: SavingState }) {
  const { t } = useTranslation('knowledge');
  return (
    <Text size="sm" c={state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'} role="status">
      {t(`saving.${state}`)}
    </Text>
  );
}
