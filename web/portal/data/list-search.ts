export const LIST_FILTERS = ['active', 'pending', 'done'] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

/** The statuses behind each choice, as the server takes them. */
export const FILTER_STATUSES: Record<ListFilter, string> = {
  active: 'open,pending',
  pending: 'pending',
  done: 'resolved,closed',
};

/** What the list shows lives in the address, so that "back" and bookmarks find it again. */
export interface ListSearch {
  show?: ListFilter;
  search?: string;
  /** Of this person of the company only. */
  person?: number;
}

export function readListSearch(given: Record<string, unknown>): ListSearch {
  const show = LIST_FILTERS.find((filter) => filter === given.show);
  const search =
    typeof given.search === 'string' || typeof given.search === 'number'
      ? String(given.search)
      : '';
  const person = Number(given.person);
  return {
    ...(show && { show }),
    ...(search !== '' && { search }),
    ...(Number.isSafeInteger(person) && person > 0 && { person }),
  };
}
