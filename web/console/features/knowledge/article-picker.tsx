import { Group, Mark, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ArticleMatch, articleMatchesQuery } from '../../data/articles.ts';
import { VisibilityMark } from './article-marks.tsx';
import classes from './article-picker.module.css';

const TYPING_PAUSE_MS = 200;

/** Finds a published article by its words; what can be done with it stands under each. */
export function ArticlePicker(props: {
  title: string;
  /** What to look for at first, e.g. the ticket's subject. */
  search: string;
  onClose: () => void;
  actions: (match: ArticleMatch) => ReactNode;
}) {
  const { t } = useTranslation('knowledge');
  const [text, setText] = useState(props.search);
  const [search] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  const found = useQuery(articleMatchesQuery(search));
  const matches = search.length > 1 ? (found.data?.items ?? []) : [];
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      title={props.title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <TextInput
          type="search"
          data-autofocus
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size="1rem" aria-hidden />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <ul className={classes.matches}>
          {matches.map((match) => (
            <li key={match.id} className={classes.match}>
              <Group justify="space-between" gap="sm">
                <Text fw={600} flex="1 1 14rem">
                  <Marked pieces={match.markedTitle} />
                </Text>
                <VisibilityMark visibility={match.visibility} />
              </Group>
              <Text size="sm" c="dimmed" lineClamp={2}>
                <Marked pieces={match.excerpt} />
              </Text>
              <Group gap="sm" mt="xs">
                {props.actions(match)}
              </Group>
            </li>
          ))}
        </ul>
        <Text c="dimmed" role="status">
          {found.isSuccess && search.length > 1 && matches.length === 0 && t('picker.nothing')}
        </Text>
      </Stack>
    </Modal>
  );
}

function Marked({ pieces }: { pieces: ArticleMatch['excerpt'] }) {
  return pieces.map(({ text, isHit }, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no name but their place
    isHit ? <Mark key={place}>{text}</Mark> : text,
  );
}
