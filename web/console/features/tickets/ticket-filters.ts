import {
  TICKET_PRIORITIES,
  TICKET_SORTS,
  TICKET_STATUSES,
  type TicketPriority,
  type TicketSort,
  type TicketStatus,
} from '#shared/tickets.ts';

/** The filters of the ticket list as the address holds them. */
export interface TicketSearch {
  /** Comma list; absent: what still needs work (open and pending); `any`: all. */
  status?: string;
  /** `me`, `none`, or a technician's id. */
  assignee?: string;
  /** `none` or a customer's id. */
  customer?: string;
  /** Comma list. */
  priority?: string;
  /** `true`: only those that nobody has answered. */
  waiting?: 'true';
  /** First and last day on which they were opened or solved, as `2026-03-01`. */
  createdFrom?: string;
  createdTo?: string;
  solvedFrom?: string;
  solvedTo?: string;
  search?: string;
  sort?: TicketSort;
}

export const DAY_FILTERS = ['createdFrom', 'createdTo', 'solvedFrom', 'solvedTo'] as const;

export const DEFAULT_STATUSES: readonly TicketStatus[] = ['open', 'pending'];
export const DEFAULT_SORT: TicketSort = '-updatedAt';

/** Keeps what the list understands; a mistyped address shows a list, not an error. */
export function cleanTicketSearch(search: Record<string, unknown>): TicketSearch {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  const idOr = (name: string, words: string[]) => {
    const value = text(name);
    return value && (words.includes(value) || /^\d{1,15}$/.test(value)) ? value : undefined;
  };
  const status = text('status');
  const days = DAY_FILTERS.flatMap((name) => {
    const value = text(name);
    return value && isDay(value) ? [[name, value]] : [];
  });
  return {
    status: status === 'any' ? 'any' : joined(listOf(status, TICKET_STATUSES)),
    assignee: idOr('assignee', ['me', 'none']),
    customer: idOr('customer', ['none']),
    priority: joined(listOf(text('priority'), TICKET_PRIORITIES)),
    waiting: text('waiting') === 'true' ? 'true' : undefined,
    ...Object.fromEntries(days),
    search: text('search'),
    sort: TICKET_SORTS.find((sort) => sort === text('sort') && sort !== DEFAULT_SORT),
  };
}

/** A day that there is: not the 30th of February. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export function statusesOf({ status }: TicketSearch): readonly TicketStatus[] {
  if (status === 'any') return [];
  return status ? listOf(status, TICKET_STATUSES) : DEFAULT_STATUSES;
}

export function prioritiesOf({ priority }: TicketSearch): TicketPriority[] {
  return listOf(priority, TICKET_PRIORITIES);
}

/** The address part for chosen statuses: the usual ones need no mention. */
export function statusSearch(statuses: readonly string[]): string | undefined {
  const chosen = TICKET_STATUSES.filter((status) => statuses.includes(status));
  if (chosen.length === 0 || chosen.length === TICKET_STATUSES.length) return 'any';
  return chosen.join() === DEFAULT_STATUSES.join() ? undefined : chosen.join();
}

/** What the server is asked for these filters. */
export function toListQuery(search: TicketSearch) {
  return {
    status: joined(statusesOf(search)),
    assignee: idOrWord(search.assignee, ['me', 'none'] as const),
    customer: idOrWord(search.customer, ['none'] as const),
    priority: search.priority,
    waiting: search.waiting,
    createdFrom: search.createdFrom,
    createdTo: search.createdTo,
    solvedFrom: search.solvedFrom,
    solvedTo: search.solvedTo,
    search: search.search,
    sort: search.sort,
  };
}

/** True when something beyond the usual view is asked for, so that it can be put back. */
export function isFiltered(search: TicketSearch): boolean {
  const { sort: _order, ...filters } = search;
  return Object.values(filters).some((value) => value !== undefined);
}

function idOrWord<Word extends string>(
  text: string | undefined,
  words: readonly Word[],
): Word | number | undefined {
  if (text === undefined) return undefined;
  return words.find((word) => word === text) ?? Number(text);
}

function listOf<Word extends string>(text: string | undefined, words: readonly Word[]): Word[] {
  const named = new Set(text?.split(','));
  return words.filter((word) => named.has(word));
}

function joined(words: readonly string[]): string | undefined {
  return words.length > 0 ? words.join() : undefined;
}
