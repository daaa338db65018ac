import { Anchor, Container, Group, Text } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSite } from '../data/site.ts';
import { Footer } from './footer.tsx';
import classes from './frame.module.css';
import { Navigation } from './navigation.tsx';
import { OfflineNotice } from './offline-notice.tsx';

/** Header, content, footer: the same on every page, signed in or not. */
export function PortalFrame() {
  const { t } = useTranslation(['portal', 'common']);
  const { data: site } = useSite();
  return (
    <div className={classes.page}>
      <a href="#content" className={classes.skip}>
        {t('common:skipToContent')}
      </a>
      <header className={classes.header}>
        <Container size="var(--portico-page-width)" className={classes.bar}>
          <Anchor
            component={Link}
            to="/"
            underline="never"
            className={classes.brand}
            aria-label={site ? undefined : t('shell.home')}
          >
            <span className={classes.mark} aria-hidden>
              {site?.companyName.slice(0, 1)}
            </span>
            <Text span fw={600} truncate>
              {site?.companyName ?? '\u00a0'}
            </Text>
          </Anchor>
          <Navigation />
        </Container>
      </header>
      <OfflineNotice />
      <Container
        component="main"
        id="content"
        tabIndex={-1}
        size="var(--portico-page-width)"
        className={classes.main}
      >
        <Outlet />
      </Container>
      <footer className={classes.footer}>
        <Container size="var(--portico-page-width)">
          <Group justify="space-between" gap="md">
            <Text size="sm" c="dimmed">
              {site && t('shell.supportOf', { company: site.companyName })}
            </Text>
            <Footer />
          </Group>
        </Container>
      </footer>
    </div>
  );
}
