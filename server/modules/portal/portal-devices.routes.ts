import { IdParams, SearchText } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { portalRoute, type Route } from '#platform/http/route.ts';
import { getOwnDevice, listOwnDevices } from './portal-devices.ts';
import { PortalDeviceView } from './portal-devices.views.ts';

export const portalDevicesRoutes: readonly Route[] = [
  portalRoute({
    method: 'GET',
    path: '/devices',
    summary: 'Your devices, or all of your company’s for a main contact, found by name or system',
    allow: 'contact',
    query: PageQuery.extend({ search: SearchText.default('') }),
    answer: pageOf(PortalDeviceView),
    handle: ({ tx, query }) => listOwnDevices(tx, query),
  }),
  portalRoute({
    method: 'GET',
    path: '/devices/:id',
    summary: 'One of these devices',
    allow: 'contact',
    params: IdParams,
    answer: PortalDeviceView,
    handle: ({ tx, params: { id } }) => getOwnDevice(tx, id),
  }),
];
