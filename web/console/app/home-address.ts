import { DASHBOARD_PERMISSIONS } from '#shared/dashboard.ts';
import type { Permission } from '#shared/permissions.ts';
import type { DefaultPage } from '#shared/preferences.ts';
import type { Session } from '#web/api/types.ts';

/** The pages that exist and can be the first one, in the order of the navigation. */
const HOMES = [
  { page: 'dashboard', to: '/dashboard', needs: DASHBOARD_PERMISSIONS },
  { page: 'tickets', to: '/tickets', needs: ['tickets.view'] },
  { page: 'customers', to: '/customers', needs: ['customers.view'] },
  { page: 'devices', to: '/devices', needs: ['devices.view'] },
  { page: 'alerts', to: '/alerts', needs: ['alerts.view'] },
] as const satisfies readonly { page: DefaultPage; to: string; needs: readonly Permission[] }[];

/**
 * Where the console begins: the default page of the profile; when the role does not show it, or it
 * does not exist, the first page that the role shows; without any, one's own profile.
 */
export function homeAddress({ technician, permissions }: Session) {
  const visible = HOMES.filter(({ needs }) => needs.some((need) => permissions.includes(need)));
  const chosen = visible.find(({ page }) => page === technician.defaultPage) ?? visible[0];
  return chosen?.to ?? '/profile';
}
