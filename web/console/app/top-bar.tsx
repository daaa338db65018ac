import { Box, Burger, Group, Kbd, Text, UnstyledButton } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionIconLink, ButtonLink } from '#web/ui/links.tsx';
import { useCan } from '../data/session.ts';
import { NotificationBell } from '../features/notifications/notification-bell.tsx';
import { ProfileMenu } from './profile-menu.tsx';
import classes from './top-bar.module.css';

export function TopBar(props: {
  isNavOpen: boolean;
  onToggleNav: () => void;
  onSearch: () => void;
  onHelp: () => void;
}) {
  const { t } = useTranslation('console');
  const can = useCan();
  return (
    <Group gap="sm" wrap="nowrap" flex={1} miw={0}>
      <Burger
        hiddenFrom="sm"
        size="sm"
        opened={props.isNavOpen}
        onClick={props.onToggleNav}
        aria-label={t('nav.title')}
      />
      <UnstyledButton className={classes.search} onClick={props.onSearch}>
        <IconSearch size="1rem" aria-hidden />
        <Text span inherit truncate flex={1}>
          {t('search.label')}
        </Text>
        <Kbd visibleFrom="sm" size="xs">
          Ctrl K
        </Kbd>
      </UnstyledButton>
      <Group gap="sm" ml="auto" wrap="nowrap">
        {can('tickets.create') && (
          <>
            <ButtonLink
              to="/tickets/new"
              visibleFrom="sm"
              leftSection={<IconPlus size="1rem" aria-hidden />}
            >
              {t('tickets.new')}
            </ButtonLink>
            <ActionIconLink
              to="/tickets/new"
              hiddenFrom="sm"
              size="lg"
              aria-label={t('tickets.new')}
            >
              <IconPlus size="1.25rem" />
            </ActionIconLink>
          </>
        )}
        {can('tickets.view') && (
          // Its words are a catalogue of their own; the room for it is there before them.
          <Suspense fallback={<Box className={classes.bell} />}>
            <NotificationBell />
          </Suspense>
        )}
        <ProfileMenu onHelp={props.onHelp} />
      </Group>
    </Group>
  );
}
