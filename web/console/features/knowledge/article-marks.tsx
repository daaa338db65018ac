import { Badge, Group, Text, Tooltip } from '@mantine/core';
import {
  IconEyeOff,
  IconLock,
  type IconProps,
  IconUsers,
  IconUsersGroup,
  IconWorld,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleState, ArticleVisibility } from '#shared/knowledge.ts';
import { LANGUAGE_NAMES } from '#shared/languages.ts';
import type { ListedArticle } from '../../data/articles.ts';
import classes from './article-marks.module.css';

const COLORS: Record<ArticleState, string> = {
  draft: 'gray',
  published: 'green',
  changed: 'amber',
};

/** What readers get of a text: nothing, the newest, or what was before. */
export function StateBadge({ state }: { state: ArticleState }) {
  const { t } = useTranslation('knowledge');
  return (
    <Badge color={COLORS[state]} variant="light">
      {t(`state.${state}`)}
    </Badge>
  );
}

/** The languages that an article is written in, each with its state in colour and in words. */
export function LanguageMarks({ languages }: { languages: ListedArticle['languages'] }) {
  const { t } = useTranslation('knowledge');
  return (
    <Group gap="xs" wrap="nowrap">
      {languages.map(({ language, state }) => {
        const label = t('languageState', {
          language: LANGUAGE_NAMES[language],
          state: t(`state.${state}`),
        });
        return (
          <Tooltip key={language} label={label}>
            <Badge
              color={COLORS[state]}
              variant={state === 'draft' ? 'outline' : 'light'}
              size="sm"
              className={classes.mark}
              role="img"
              aria-label={label}
            >
              {language}
            </Badge>
          </Tooltip>
        );
      })}
    </Group>
  );
}

const ICONS: Record<ArticleVisibility, ComponentType<IconProps>> = {
  public: IconWorld,
  contacts: IconUsers,
  customers: IconUsersGroup,
  technicians: IconLock,
};

/** Who may read it. */
export function VisibilityMark({ visibility }: { visibility: ArticleVisibility }) {
  const { t } = useTranslation('knowledge');
  const Icon = ICONS[visibility];
  return (
    <Group gap="xs" wrap="nowrap" c="dimmed">
      <Icon size="1rem" stroke={1.5} aria-hidden className={classes.icon} />
      <Text span size="sm" truncate>
        {t(`visibility.${visibility}`)}
      </Text>
    </Group>
  );
}

export function ArchivedMark() {
  const { t } = useTranslation('knowledge');
  return (
    <Badge color="gray" variant="light" leftSection={<IconEyeOff size="0.75rem" aria-hidden />}>
      {t('archived')}
    </Badge>
  );
}
