import { NavLink, Stack } from '@mantine/core';
import { Link, Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NoPermissionState } from '#web/ui/states.tsx';
import { useSession } from '../data/session.ts';
import classes from './admin-layout.module.css';
import { adminEntries, visibleAdminEntries } from './admin-nav.ts';

/** Admin: its pages listed at the left, the chosen one beside. */
export function AdminLayout() {
  const { t } = useTranslation(['admin', 'console']);
  const { permissions } = useSession();
  const { pathname } = useLocation();
  const entries = visibleAdminEntries(permissions);
  if (entries.length === 0) return <NoPermissionState />;
  const isHere = ({ path }: { path: string }) => pathname.startsWith(`/admin/${path}`);
  const isAllowed = entries.some(isHere) || !adminEntries.some(isHere);
  return (
    <div className={classes.layout}>
      <Stack component="nav" gap={0} className={classes.nav} aria-label={t('console:nav.admin')}>
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
      <div className={classes.content}>{isAllowed ? <Outlet /> : <NoPermissionState />}</div>
    </div>
  );
}

/** /admin itself opens the first page that one may see. */
export function AdminHome() {
  const { permissions } = useSession();
  const [first] = visibleAdminEntries(permissions);
  return first ? <Navigate to={`/admin/${first.path}`} replace /> : null;
}
