import { Badge, Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#web/i18n/format.tsx';
import { LoadMore } from '#web/ui/load-more.tsx';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { EmptyState, ErrorState, LoadingRows } from '#web/ui/states.tsx';
import {
  type Article,
  type ArticleText,
  type ArticleVersion,
  restoreVersion,
  versionQuery,
  versionsQuery,
} from '../../data/articles.ts';
import { textOfArticle } from './text-of-article.ts';
import type { DraftSaver } from './use-draft-saver.ts';
import { VersionComparison } from './version-comparison.tsx';
import classes from './version-history.module.css';

/** What a text said, version by version, compared with what it says now. */
export function VersionHistory(props: {
  article: Article;
  text: ArticleText;
  saver: DraftSaver;
  onRestored: () => void;
}) {
  const { t } = useTranslation('knowledge');
  const key = { id: props.article.id, language: props.text.language };
  const versions = useInfiniteQuery(versionsQuery(key));
  const [chosenId, setChosenId] = useState<number | null>(null);
  const items = versions.data?.pages.flatMap((page) => page.items) ?? [];
  // The newest says what the draft says; what came before is of interest.
  const shownId = chosenId ?? items[1]?.id ?? items[0]?.id ?? null;
  if (versions.isPending) return <LoadingRows rows={4} />;
  if (versions.isError) {
    return <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />;
  }
  if (items.length === 0) {
    return <EmptyState icon={IconHistory} title={t('versions.none')} />;
  }
  return (
    <div className={classes.layout}>
      <Stack component="ol" gap="xs" className={classes.list} aria-label={t('versions.title')}>
        {items.map((version) => (
          <li key={version.id}>
            <UnstyledButton
              className={classes.version}
              aria-current={version.id === shownId || undefined}
              onClick={() => setChosenId(version.id)}
            >
              <VersionSummary version={version} />
            </UnstyledButton>
          </li>
        ))}
        <LoadMore
          hasMore={versions.hasNextPage}
          isLoading={versions.isFetchingNextPage}
          onLoad={() => void versions.fetchNextPage()}
        />
      </Stack>
      {shownId !== null && <OneVersion {...props} key={shownId} versionId={shownId} />}
    </div>
  );
}

function VersionSummary({ version }: { version: ArticleVersion }) {
  const { t } = useTranslation('knowledge');
  return (
    <Stack gap={0}>
      <Group gap="xs" justify="space-between">
        <RelativeTime at={version.updatedAt} fw={600} />
        {version.publishedAt && (
          <Badge color="green" variant="light" size="sm">
            {t('state.published')}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {version.technicianName}
      </Text>
      {version.restoredFromAt && (
        <Text size="xs" c="dimmed">
          {t('versions.restored')}
        </Text>
      )}
    </Stack>
  );
}

function OneVersion(props: {
  article: Article;
  text: ArticleText;
  saver: DraftSaver;
  versionId: number;
  onRestored: () => void;
}) {
  const { t } = useTranslation('knowledge');
  const { saver } = props;
  const formats = useFormats();
  const queryClient = useQueryClient();
  const key = { id: props.article.id, language: props.text.language };
  const version = useQuery(versionQuery(key, props.versionId));
  const restoring = useMutation({
    mutationFn: async () => {
      await saver.flush();
      return restoreVersion(key, props.versionId, saver.version.current);
    },
    onSuccess: (text) => {
      saver.adopt(text);
      void queryClient.invalidateQueries({ queryKey: ['article', 'one', key.id] });
      notifyDone(t('versions.restoredNow'));
      props.onRestored();
    },
    onError: notifyProblem,
  });
  if (version.isPending) return <LoadingRows rows={4} />;
  if (version.isError) {
    return <ErrorState error={version.error} onRetry={() => void version.refetch()} />;
  }
  const isSame =
    version.data.title === saver.fields.title &&
    textOfArticle(version.data.html) === textOfArticle(saver.fields.html);
  return (
    <Stack gap="md" component="section" className={classes.shown}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Text size="sm" c="dimmed" flex={1}>
          {isSame
            ? t('versions.same')
            : t('versions.compared', { date: formats.dateTime(version.data.updatedAt) })}
        </Text>
        <Button
          variant="default"
          disabled={isSame}
          loading={restoring.isPending}
          onClick={() => restoring.mutate()}
        >
          {t('versions.restore')}
        </Button>
      </Group>
      <VersionComparison before={version.data} now={saver.fields} />
    </Stack>
  );
}
