import {
  ActionIcon,
  Box,
  CloseButton,
  Group,
  NavLink,
  ScrollArea,
  Stack,
  Text,
  Tooltip,
} from '@mantine/core';
import {
  IconBell,
  IconBook2,
  IconBuilding,
  IconDeviceDesktop,
  IconInbox,
  IconKeyboard,
  IconLayoutDashboard,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  type IconProps,
  IconSettings,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { DASHBOARD_PERMISSIONS } from '#shared/dashboard.ts';
import { BrandMark } from '#web/ui/brand/brand-mark.tsx';
import { useCan, useSession } from '../data/session.ts';
import { visibleAdminEntries } from './admin-nav.ts';
import classes from './side-nav.module.css';

interface Entry {
  to: '/dashboard' | '/tickets' | '/customers' | '/devices' | '/alerts' | '/knowledge' | '/admin';
  label: string;
  icon: ComponentType<IconProps>;
  isShown: boolean;
}

/** The rooms of the console, in the order of the house; only those that one may enter. */
export function SideNav(props: {
  isCollapsed: boolean;
  onToggle: () => void;
  /** Closes the navigation where it covers the page. */
  onNavigate: () => void;
  onHelp: () => void;
}) {
  const { t } = useTranslation('console');
  const session = useSession();
  const can = useCan();
  const { pathname } = useLocation();
  const entries: Entry[] = [
    {
      to: '/dashboard',
      label: t('nav.dashboard'),
      icon: IconLayoutDashboard,
      isShown: DASHBOARD_PERMISSIONS.some(can),
    },
    { to: '/tickets', label: t('nav.tickets'), icon: IconInbox, isShown: can('tickets.view') },
    {
      to: '/customers',
      label: t('nav.customers'),
      icon: IconBuilding,
      isShown: can('customers.view') || can('contacts.view'),
    },
    {
      to: '/devices',
      label: t('nav.devices'),
      icon: IconDeviceDesktop,
      isShown: can('devices.view'),
    },
    { to: '/alerts', label: t('nav.alerts'), icon: IconBell, isShown: can('alerts.view') },
    {
      to: '/knowledge',
      label: t('nav.knowledge'),
      icon: IconBook2,
      isShown: can('knowledge.view'),
    },
    {
      to: '/admin',
      label: t('nav.admin'),
      icon: IconSettings,
      isShown: visibleAdminEntries(session.permissions).length > 0,
    },
  ];
  const ToggleIcon = props.isCollapsed
    ? IconLayoutSidebarLeftExpand
    : IconLayoutSidebarLeftCollapse;
  const toggleLabel = t(props.isCollapsed ? 'nav.expand' : 'nav.collapse');
  return (
    <>
      <Group gap="sm" wrap="nowrap" className={classes.brand}>
        <BrandMark />
        {!props.isCollapsed && (
          <Text fw={600} truncate title={session.company.name}>
            {session.company.name}
          </Text>
        )}
        <CloseButton
          hiddenFrom="sm"
          ml="auto"
          size="lg"
          aria-label={t('close')}
          onClick={props.onNavigate}
        />
      </Group>
      <ScrollArea component="nav" aria-label={t('nav.title')} flex={1}>
        <Stack gap="xs">
          {entries
            .filter((entry) => entry.isShown)
            .map((entry) => (
              <RoomLink
                key={entry.to}
                entry={entry}
                isActive={pathname.startsWith(entry.to) || isPartOf(entry.to, pathname)}
                isCollapsed={props.isCollapsed}
                onClick={props.onNavigate}
              />
            ))}
        </Stack>
      </ScrollArea>
      <Box className={classes.foot} data-collapsed={props.isCollapsed || undefined}>
        <Tooltip label={t('shortcuts.title')} position="right">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('shortcuts.title')}
            onClick={props.onHelp}
          >
            <IconKeyboard size="1.25rem" stroke={1.5} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={toggleLabel} position="right">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            visibleFrom="sm"
            aria-label={toggleLabel}
            aria-expanded={!props.isCollapsed}
            onClick={props.onToggle}
          >
            <ToggleIcon size="1.25rem" stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Box>
    </>
  );
}

/** Contacts are reached through Customers. */
function isPartOf(room: Entry['to'], pathname: string): boolean {
  return room === '/customers' && pathname.startsWith('/contacts');
}

function RoomLink(props: {
  entry: Entry;
  isActive: boolean;
  isCollapsed: boolean;
  onClick: () => void;
}) {
  const { to, label, icon: Icon } = props.entry;
  return (
    <Tooltip label={label} position="right" disabled={!props.isCollapsed}>
      <NavLink
        component={Link}
        to={to}
        active={props.isActive}
        aria-label={label}
        aria-current={props.isActive ? 'page' : undefined}
        label={props.isCollapsed ? undefined : label}
        leftSection={<Icon size="1.25rem" stroke={1.5} aria-hidden />}
        className={classes.room}
        data-collapsed={props.isCollapsed || undefined}
        onClick={props.onClick}
      />
    </Tooltip>
  );
}
