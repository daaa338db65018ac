import type { z } from 'zod';
import { DeviceView } from '#modules/devices/index.ts';
import { SearchText } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { portalRoute, type Route } from '#platform/http/route.ts';
import { listOwnDevices } from './portal-devices.ts';

/** A machine as contacts see it: nothing that only the support is to know. */
const PortalDeviceView = DeviceView.pick({
  id: true,
  name: true,
  type: true,
  os: true,
  state: true,
  lastSeenAt: true,
});
export type PortalDeviceView = z.infer<typeof PortalDeviceView>;

export const portalDevicesRoutes: readonly Route[] = [
  portalRoute({
    method: 'GET',
    path: '/devices',
    summary: 'Your devices, or all of your company’s for a main contact',
    allow: 'contact',
    query: PageQuery.extend({ search: SearchText.default('') }),
    answer: pageOf(PortalDeviceView),
    handle: ({ tx, query }) => listOwnDevices(tx, query),
  }),
];
