import {
  ACTIVE_ALERT_STATES,
  ALERT_SORTS,
  ALERT_SOURCES,
  ALERT_STATES,
  type AlertSort,
  SEVERITIES,
} from '#shared/alerts.ts';
import {
  addressReader,
  joined,
  numberOf,
  usualOr,
  wordsOf,
  wordsSearch,
} from '../../parts/list-address.ts';

/** The filters of the alert list as the address holds them. */
export interface AlertSearch {
  /** Comma list; absent: what waits for somebody (open and acknowledged); `any`: all. */
  state?: string;
  /** Comma list. */
  severity?: string;
  /** Comma list. */
  source?: string;
  /** An id, as are `device` and `alertSource`. */
  customer?: string;
  device?: string;
  alertSource?: string;
  ticket?: 'yes' | 'no';
  search?: string;
  sort?: AlertSort;
}

export const DEFAULT_SORT: AlertSort = '-lastAt';

export function cleanAlertSearch(search: Record<string, unknown>): AlertSearch {
  const { text, oneOf, id, list } = addressReader(search);
  return {
    state: oneOf('state', ['any']) ?? list('state', ALERT_STATES),
    severity: list('severity', SEVERITIES),
    source: list('source', ALERT_SOURCES),
    customer: id('customer'),
    device: id('device'),
    alertSource: id('alertSource'),
    ticket: oneOf('ticket', ['yes', 'no']),
    search: text('search'),
    sort: ALERT_SORTS.find((sort) => sort === text('sort') && sort !== DEFAULT_SORT),
  };
}

export const statesOf = ({ state }: AlertSearch) =>
  usualOr(state, ALERT_STATES, ACTIVE_ALERT_STATES);
export const severitiesOf = ({ severity }: AlertSearch) => wordsOf(severity, SEVERITIES);
export const sourcesOf = ({ source }: AlertSearch) => wordsOf(source, ALERT_SOURCES);
export const stateSearch = (states: readonly string[]) =>
  wordsSearch(states, ALERT_STATES, ACTIVE_ALERT_STATES);

/** What the server is asked for these filters. */
export function toListQuery(search: AlertSearch) {
  return {
    state: joined(statesOf(search)),
    severity: search.severity,
    source: search.source,
    customerId: numberOf(search.customer),
    deviceId: numberOf(search.device),
    alertSourceId: numberOf(search.alertSource),
    hasTicket: search.ticket === undefined ? undefined : search.ticket === 'yes' ? 'true' : 'false',
    search: search.search,
    sort: search.sort,
  };
}
