/** Who is signed in: technicians in the console, contacts in the portal, and how they got there. */

export { findContactForSignIn, findContactWhoMayEnter } from './actors.queries.ts';
export { admitTechnician } from './admit-technician.ts';
export { getBrowserSession } from './browser-session.ts';
export { finishSignIn } from './finish-sign-in.ts';
export { guard } from './guard.ts';
export { rememberBrowser } from './known-browser.ts';
export { liveEvents } from './live-events.ts';
export { giveSession } from './open-session.ts';
export { ownSessionsRoutes } from './own-sessions.routes.ts';
export type { Exchange } from './password-sign-in.ts';
export { challengePasskey } from './pending-sign-in.ts';
export { PortalSessionView, portalSessionView } from './portal-session.views.ts';
export { portalSessionsRoutes } from './portal-sessions.routes.ts';
export { contactAccountKey, enterPortalByLink } from './portal-sign-in.ts';
export { assertProvedLately, provePassword } from './proof.ts';
export { originOf } from './request-facts.ts';
export { failingInItsTime, takingItsTime } from './same-time.ts';
export { ownSessionView, SessionView } from './session.views.ts';
export { sessionsScheduledJobs } from './sessions.jobs.ts';
export { sessionsRoutes } from './sessions.routes.ts';
export { enterConsole, technicianAccountKey } from './sign-in.ts';
export { countAttempt, forgetAttempts } from './throttle.ts';
