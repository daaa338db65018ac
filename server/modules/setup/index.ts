/** How companies begin: the one-time setup link, and the operation that the command line shares. */
export { type SignUp, signUpCompany } from './sign-up.ts';
