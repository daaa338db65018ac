/**
 * What proves who somebody is, for technicians and contacts alike: the rules for passwords,
 * links that work once, and the end of sessions.
 */
export { endSessions, endSessionsAtHost } from './end-sessions.ts';
export { assertGoodPassword, type PasswordOwner } from './password-policy.ts';
export {
  cancelLinks,
  findUsableToken,
  issueLink,
  type LinkPurpose,
  readToken,
  type UsableToken,
  useToken,
} from './single-use-links.ts';
