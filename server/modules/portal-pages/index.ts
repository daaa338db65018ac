/** What everybody may read at a portal, written into the page by the server. */
export { writePage } from './portal-pages.ts';
