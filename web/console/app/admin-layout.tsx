import { NavLink, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NoPermissionPage, NoPermissionState } from '#web/ui/states.tsx';
import { useSession } from '../data/session.ts';
import classes from './admin-layout.module.css';
import { adminEntries, visibleAdminEntries } from './admin-nav.ts';

/** Admin: its pages listed at the left, the chosen one beside. */
export function AdminLayout() {
  const { t } = useTranslation(['admin', 'console']);
  const { permissions } = useSession();
  const { pathname } = useLocation();
  const entries = visibleAdminEntries(permissions);
  const nav = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what the effect follows
  useEffect(() => {
    // On a narrow screen the list is one line, and the chosen page may be beyond its end.
    nav.current
      ?.querySelector('[data-active]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  if (entries.length === 0) return <NoPermissionPage />;
  const isHere = ({ path }: { path: string }) => pathname.startsWith(`/admin/${path}`);
  const isAllowed = entries.some(isHere) || !adminEntries.some(isHere);
  return (
    <div className={classes.layout}>
      <Stack
        ref={nav}
        component="nav"
        gap={0}
        className={classes.nav}
        aria-label={t('console:nav.admin')}
      >
        <Text className={classes.group}>{t('nav.account')}</Text>
        <NavLink
          component={Link}
          to="/profile"
          label={t('nav.myProfile')}
          leftSection={<IconUserCircle size="1.125rem" stroke={1.5} aria-hidden />}
        />
        <Text className={classes.group}>{t('nav.company')}</Text>
        {entries.map(({ path, label, icon: Icon }) => (
          <NavLink
            key={path}
            component={Link}
            to={`/admin/${path}`}
            label={t(label)}
            active={pathname.startsWith(`/admin/${path}`)}
            leftSection={<Icon size="1.125rem" stroke={1.5} aria-hidden />}
          />
        ))}
      </Stack>
      <div className={classes.content}>{isAllowed ? <Outlet /> : <NotAllowed />}</div>
    </div>
  );
}

function NotAllowed() {
  const { t } = useTranslation('console');
  return (
    <>
      <VisuallyHidden>
        <h1>{t('nav.admin')}</h1>
      </VisuallyHidden>
      <NoPermissionState />
    </>
  );
}

/** /admin itself opens the first page that one may see. */
export function AdminHome() {
  const { permissions } = useSession();
  const [first] = visibleAdminEntries(permissions);
  return first ? <Navigate to={`/admin/${first.path}`} replace /> : null;
}
