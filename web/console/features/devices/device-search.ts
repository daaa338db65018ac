import { DEVICE_TYPES, type DeviceType } from '#shared/agent-protocol.ts';
import type { DeviceListQuery } from '../../data/devices.ts';

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

/** What the address of the device list says; anything unknown is dropped. Lists are comma-separated. */
export interface DeviceSearch {
  search?: string | undefined;
  state?: string | undefined;
  type?: string | undefined;
  customer?: number | undefined;
  alerts?: true | undefined;
  archived?: true | undefined;
  sort?: DeviceSort | undefined;
}

export function wordsOf<Word extends string>(words: readonly Word[], value: unknown): Word[] {
  const given = typeof value === 'string' ? value.split(',') : [];
  return words.filter((word) => given.includes(word));
}

const listOf = (words: readonly string[], value: unknown) =>
  wordsOf(words, value).join(',') || undefined;
const isSet = (value: unknown) => (value === true || value === 'true' ? true : undefined);

export function cleanDeviceSearch(search: Record<string, unknown>): DeviceSearch {
  const customer = Number(search.customer);
  return {
    search: typeof search.search === 'string' && search.search ? search.search : undefined,
    state: listOf(DEVICE_STATES, search.state),
    type: listOf(DEVICE_TYPES, search.type),
    customer: Number.isSafeInteger(customer) && customer > 0 ? customer : undefined,
    alerts: isSet(search.alerts),
    archived: isSet(search.archived),
    sort: DEVICE_SORTS.find((sort) => sort === search.sort),
  };
}

/** What is asked of the server for an address. */
export function toDeviceQuery(search: DeviceSearch): Omit<DeviceListQuery, 'sort'> {
  return {
    ...(search.search && { search: search.search }),
    ...(search.state && { state: search.state }),
    ...(search.type && { type: search.type }),
    ...(search.customer && { customerId: search.customer }),
    ...(search.alerts && { hasAlerts: 'true' }),
    ...(search.archived && { archived: 'true' }),
  } as Omit<DeviceListQuery, 'sort'>;
}

export const isFiltered = ({ sort: _, ...search }: DeviceSearch) =>
  Object.values(search).some((value) => value !== undefined);

export type { DeviceType };
