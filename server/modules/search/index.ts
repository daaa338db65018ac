/** Finding tickets by words: their search documents, kept in step, and how they are asked. */
export { findByWords, type MatchWalk, type Walked } from './find-by-words.ts';
export { searchJobs } from './search.jobs.ts';
export { matchingAmong } from './search.queries.ts';
export { parseSearch, type Search } from './search.rules.ts';
export {
  addToTicketSearch,
  beginTicketSearch,
  queueSearchRefresh,
  refreshTicketSearch,
} from './search-documents.ts';
