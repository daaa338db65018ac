/** Into the portal without a password: a link, mailed to the contact, that works once. */
export { signInLinksRoutes } from './sign-in-links.routes.ts';
