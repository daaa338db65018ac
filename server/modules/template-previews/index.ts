/** How a template looks when it is filled: for a contact and a ticket that there are, or for none. */
export { templatePreviewsRoutes } from './template-previews.routes.ts';
