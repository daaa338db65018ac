/** Other systems that say what is wrong: what they send, and who they are. */
export { alertSourcesRoutes } from './alert-sources.routes.ts';
