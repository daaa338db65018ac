/** What technicians change about themselves: who they are, how they sign in, how the console looks. */
export { profileRoutes } from './profile.routes.ts';
