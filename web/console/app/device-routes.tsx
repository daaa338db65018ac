import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { cleanDeviceSearch } from '../features/devices/device-search.ts';

// The words of devices are a catalogue of their own, so that others need not load them.
const loader = () => i18next.loadNamespaces(['devices', 'checks']);

/** Everything under /devices. */
export function deviceRoutes<Parent extends AnyRoute>(parent: Parent) {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/devices',
      loader,
      validateSearch: cleanDeviceSearch,
      component: lazyRouteComponent(() => import('./pages/all-devices-page.tsx'), 'AllDevicesPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/devices/$id',
      // Its alerts and checks speak from catalogues of their own.
      loader: () => i18next.loadNamespaces(['devices', 'alerts', 'checks']),
      component: lazyRouteComponent(() => import('./pages/device-page.tsx'), 'DevicePage'),
    }),
  ] as const;
}
