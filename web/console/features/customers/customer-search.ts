/** What the address of the customer list says; anything unknown is dropped. */
export interface CustomerSearch {
  search?: string;
  state?: 'archived';
}

export function cleanCustomerSearch(search: Record<string, unknown>): CustomerSearch {
  return {
    search: typeof search.search === 'string' && search.search ? search.search : undefined,
    state: search.state === 'archived' ? 'archived' : undefined,
  };
}
