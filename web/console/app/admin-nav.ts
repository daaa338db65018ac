import {
  IconAdjustments,
  IconBuilding,
  IconHistory,
  IconKey,
  IconMail,
  type IconProps,
  IconShieldLock,
  IconTemplate,
  IconUsers,
  IconWebhook,
  IconWorld,
} from '@tabler/icons-react';
import type { ParseKeys } from 'i18next';
import type { ComponentType } from 'react';
import type { Permission } from '#shared/permissions.ts';

export interface AdminEntry {
  /** Address below /admin; its route is in admin-routes.tsx. */
  path: string;
  label: Extract<ParseKeys<'admin'>, `nav.${string}`>;
  icon: ComponentType<IconProps>;
  /** Who sees it: any of these is enough. */
  permissions: readonly Permission[];
}

/** The pages of Admin in the order in which they are listed; only pages that exist. */
export const adminEntries: readonly AdminEntry[] = [
  {
    path: 'technicians',
    label: 'nav.technicians',
    icon: IconUsers,
    permissions: ['technicians.view', 'technicians.manage'],
  },
  { path: 'roles', label: 'nav.roles', icon: IconShieldLock, permissions: ['roles.manage'] },
  { path: 'portal', label: 'nav.portal', icon: IconWorld, permissions: ['settings.manage'] },
  { path: 'settings', label: 'nav.settings', icon: IconBuilding, permissions: ['settings.manage'] },
  { path: 'email', label: 'nav.email', icon: IconMail, permissions: ['mail.manage'] },
  {
    path: 'templates',
    label: 'nav.templates',
    icon: IconTemplate,
    permissions: ['settings.manage'],
  },
  {
    path: 'thresholds',
    label: 'nav.thresholds',
    icon: IconAdjustments,
    permissions: ['settings.manage'],
  },
  {
    path: 'alert-sources',
    label: 'nav.alertSources',
    icon: IconWebhook,
    permissions: ['settings.manage'],
  },
  { path: 'api-keys', label: 'nav.apiKeys', icon: IconKey, permissions: ['apiKeys.manage'] },
  { path: 'audit', label: 'nav.audit', icon: IconHistory, permissions: ['audit.view'] },
];

/** The entries that somebody with these permissions may open. */
export function visibleAdminEntries(permissions: readonly string[]): AdminEntry[] {
  return adminEntries.filter((entry) =>
    entry.permissions.some((permission) => permissions.includes(permission)),
  );
}
