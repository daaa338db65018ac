import { DEVICE_TYPES, type DeviceType } from '#shared/agent-protocol.ts';
import type { DeviceListQuery } from '../../data/devices.ts';
import { addressReader, numberOf } from '../../parts/list-address.ts';

export const DEVICE_STATES = ['online', 'offline', 'stale', 'waiting'] as const;
export type DeviceState = (typeof DEVICE_STATES)[number];
export const DEVICE_SORTS = [
  'name',
  '-name',
  'customer',
  'type',
  'os',
  'user',
  '-lastSeenAt',
  'lastSeenAt',
  '-openAlerts',
] as const;
export type DeviceSort = (typeof DEVICE_SORTS)[number];
export const DEFAULT_SORT: DeviceSort = 'name';

/** The filters of the device list as the address holds them. */
export interface DeviceSearch {
  search?: string;
  /** Comma list, as is `type`. */
  state?: string;
  type?: string;
  /** An id. */
  customer?: string;
  /** `true`: only those with open alerts. */
  alerts?: 'true';
  /** `true`: only those whose agent the server has a newer one of. */
  oldAgent?: 'true';
  archived?: 'true';
  sort?: DeviceSort;
}

export function cleanDeviceSearch(search: Record<string, unknown>): DeviceSearch {
  const { text, id, list, flag } = addressReader(search);
  return {
    search: text('search'),
    state: list('state', DEVICE_STATES),
    type: list('type', DEVICE_TYPES),
    customer: id('customer'),
    alerts: flag('alerts'),
    oldAgent: flag('oldAgent'),
    archived: flag('archived'),
    sort: DEVICE_SORTS.find((sort) => sort === text('sort') && sort !== DEFAULT_SORT),
  };
}

/** What the server is asked for these filters; it counts what it lists, whatever the order. */
export function toDeviceQuery(search: DeviceSearch): Omit<DeviceListQuery, 'sort'> {
  return {
    search: search.search,
    state: search.state,
    type: search.type,
    customerId: numberOf(search.customer),
    hasAlerts: search.alerts,
    hasOldAgent: search.oldAgent,
    archived: search.archived,
  };
}

export type { DeviceType };
