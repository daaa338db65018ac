/** Who is signed in: technicians in the console, contacts in the portal, and how they got there. */
export { guard } from './guard.ts';
export { giveSession } from './open-session.ts';
export { SessionView } from './session.views.ts';
export { sessionsRoutes } from './sessions.routes.ts';
export { enterConsole } from './sign-in.ts';
