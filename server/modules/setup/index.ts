/** How companies begin: the one-time setup link, and the operation that the command line shares. */
export { setupRoutes } from './setup.routes.ts';
export { openSetupLink } from './setup-link.ts';
export { type SignUp, signUpCompany } from './sign-up.ts';
