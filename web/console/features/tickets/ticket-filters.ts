import {
  TICKET_PRIORITIES,
  TICKET_SORTS,
  TICKET_STATUSES,
  type TicketSort,
  type TicketStatus,
} from '#shared/tickets.ts';
import {
  addressReader,
  joined,
  numberOf,
  usualOr,
  wordsOf,
  wordsSearch,
} from '../../parts/list-address.ts';

/** The filters of the ticket list as the address holds them. */
export interface TicketSearch {
  /** Comma list; absent: what still needs work (open and pending); `any`: all. */
  status?: string;
  /** `me`, `none`, or a technician's id. */
  assignee?: string;
  /** `none` or a customer's id. */
  customer?: string;
  /** An id. */
  device?: string;
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

export function cleanTicketSearch(search: Record<string, unknown>): TicketSearch {
  const { text, oneOf, id, list, flag } = addressReader(search);
  const days = DAY_FILTERS.flatMap((name) => {
    const value = text(name);
    return value && isDay(value) ? [[name, value]] : [];
  });
  return {
    status: oneOf('status', ['any']) ?? list('status', TICKET_STATUSES),
    assignee: id('assignee', ['me', 'none']),
    customer: id('customer', ['none']),
    device: id('device'),
    priority: list('priority', TICKET_PRIORITIES),
    waiting: flag('waiting'),
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

export const statusesOf = ({ status }: TicketSearch) =>
  usualOr(status, TICKET_STATUSES, DEFAULT_STATUSES);
export const prioritiesOf = ({ priority }: TicketSearch) => wordsOf(priority, TICKET_PRIORITIES);
export const statusSearch = (statuses: readonly string[]) =>
  wordsSearch(statuses, TICKET_STATUSES, DEFAULT_STATUSES);

/** What the server is asked for these filters. */
export function toListQuery(search: TicketSearch) {
  return {
    status: joined(statusesOf(search)),
    assignee: idOrWord(search.assignee, ['me', 'none'] as const),
    customer: idOrWord(search.customer, ['none'] as const),
    device: numberOf(search.device),
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

function idOrWord<Word extends string>(
  text: string | undefined,
  words: readonly Word[],
): Word | number | undefined {
  if (text === undefined) return undefined;
  return words.find((word) => word === text) ?? Number(text);
}
