import {
  ACTIVE_ALERT_STATES,
  ALERT_SORTS,
  ALERT_SOURCES,
  ALERT_STATES,
  type AlertSort,
  type AlertSource,
  type AlertState,
  SEVERITIES,
  type Severity,
} from '#shared/alerts.ts';

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

/** Keeps what the list understands; a mistyped address shows a list, not an error. */
export function cleanAlertSearch(search: Record<string, unknown>): AlertSearch {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  const id = (name: string) => {
    const value = text(name);
    return value && /^[1-9]\d{0,14}$/.test(value) ? value : undefined;
  };
  const ticket = text('ticket');
  const state = text('state');
  return {
    state: state === 'any' ? 'any' : joined(listOf(state, ALERT_STATES)),
    severity: joined(listOf(text('severity'), SEVERITIES)),
    source: joined(listOf(text('source'), ALERT_SOURCES)),
    customer: id('customer'),
    device: id('device'),
    alertSource: id('alertSource'),
    ticket: ticket === 'yes' || ticket === 'no' ? ticket : undefined,
    search: text('search'),
    sort: ALERT_SORTS.find((sort) => sort === text('sort') && sort !== DEFAULT_SORT),
  };
}

export function statesOf({ state }: AlertSearch): readonly AlertState[] {
  if (state === 'any') return [];
  return state ? listOf(state, ALERT_STATES) : ACTIVE_ALERT_STATES;
}

export const severitiesOf = ({ severity }: AlertSearch): Severity[] => listOf(severity, SEVERITIES);
export const sourcesOf = ({ source }: AlertSearch): AlertSource[] => listOf(source, ALERT_SOURCES);

/** The address part for chosen states: the usual ones need no mention. */
export function stateSearch(states: readonly string[]): string | undefined {
  const chosen = ALERT_STATES.filter((state) => states.includes(state));
  if (chosen.length === 0 || chosen.length === ALERT_STATES.length) return 'any';
  return chosen.join() === ACTIVE_ALERT_STATES.join() ? undefined : chosen.join();
}

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

/** True when something beyond the usual view is asked for, so that it can be put back. */
export function isFiltered(search: AlertSearch): boolean {
  const { sort: _order, ...filters } = search;
  return Object.values(filters).some((value) => value !== undefined);
}

const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text));

function listOf<Word extends string>(text: string | undefined, words: readonly Word[]): Word[] {
  const named = new Set(text?.split(','));
  return words.filter((word) => named.has(word));
}

function joined(words: readonly string[]): string | undefined {
  return words.length > 0 ? words.join() : undefined;
}
