import { z } from 'zod';
import { ownSessionView, SessionView } from '#modules/sessions/index.ts';
import { changeOwnProfile, Phone, PhoneRegion } from '#modules/technicians/index.ts';
import { forbidden } from '#platform/errors.ts';
import { Email, IdParams, requiredLine, TimeZone } from '#platform/http/fields.ts';
import {
  type ConsoleTx,
  consoleRoute,
  publicConsoleRoute,
  type Route,
} from '#platform/http/route.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';
import { DEFAULT_PAGES, DENSITIES, THEMES } from '#shared/preferences.ts';
import { changeOwnPassword } from './change-password.ts';
import { changeUsername } from './change-username.ts';
import { checkUsernameUndo, undoUsernameChange } from './undo-username.ts';

const name = requiredLine(LIMITS.nameChars);
const token = z.string().min(1).max(200);

/** A changed address or password is a matter of minutes; more is somebody who tries things out. */
const CHANGES_PER_MINUTE = 10;
const UNDOS_PER_MINUTE = 30;

export const profileRoutes: readonly Route[] = [
  consoleRoute({
    method: 'PATCH',
    path: '/me',
    summary: 'Change your own name, phone number and preferences',
    allow: 'technician',
    body: z.object({
      firstName: name.optional(),
      lastName: name.optional(),
      phone: Phone.optional(),
      phoneRegion: PhoneRegion.optional(),
      language: z.enum(LANGUAGES).optional(),
      timeZone: TimeZone.nullable().optional(),
      defaultPage: z.enum(DEFAULT_PAGES).optional(),
      theme: z.enum(THEMES).optional(),
      density: z.enum(DENSITIES).optional(),
    }),
    answer: SessionView,
    async handle({ tx, body }) {
      assertBrowser(tx);
      await changeOwnProfile(tx, body);
      return ownSessionView(tx);
    },
  }),
  consoleRoute({
    method: 'PUT',
    path: '/me/username',
    summary: 'Change your own username, the e-mail address; needs a fresh proof of the password',
    allow: 'technician',
    body: z.object({ email: Email }),
    answer: SessionView,
    limitPerMinute: CHANGES_PER_MINUTE,
    async handle({ tx, body }) {
      await changeUsername(tx, tx.actor.technicianId, body.email);
      return ownSessionView(tx);
    },
  }),
  consoleRoute({
    method: 'PUT',
    path: '/technicians/:id/username',
    summary: 'Change the username of a technician; needs a fresh proof of your own password',
    allow: 'technicians.manage',
    params: IdParams,
    body: z.object({ email: Email }),
    limitPerMinute: CHANGES_PER_MINUTE,
    handle: ({ tx, params: { id }, body }) => changeUsername(tx, id, body.email),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/me/password',
    summary: 'Choose a new password; needs a fresh proof of the current one',
    allow: 'technician',
    body: z.object({ newPassword: z.string().min(1).max(1_000) }),
    limitPerMinute: CHANGES_PER_MINUTE,
    handle: ({ tx, body }) => changeOwnPassword(tx, body.newPassword),
  }),
  publicConsoleRoute({
    method: 'POST',
    path: '/username-undo/check',
    summary: 'What the link in a mail about a changed username would take back',
    allow: 'public',
    body: z.object({ token }),
    answer: z.object({ oldEmail: z.string(), newEmail: z.string(), companyName: z.string() }),
    limitPerMinute: UNDOS_PER_MINUTE,
    handle: ({ platform, body }) => checkUsernameUndo(platform, body.token),
  }),
  publicConsoleRoute({
    method: 'POST',
    path: '/username-undo/redemption',
    summary: 'Take a change of username back',
    allow: 'public',
    body: z.object({ token }),
    /** `passwordLink`: the path of the page on which a new password is chosen. */
    answer: z.object({ email: z.string(), passwordLink: z.string() }),
    limitPerMinute: UNDOS_PER_MINUTE,
    handle: ({ platform, request, body }) => undoUsernameChange(platform, request, body.token),
  }),
];

/** A script has no profile: its key is not its maker. */
function assertBrowser(tx: ConsoleTx): void {
  if (tx.actor.sessionId === null) throw forbidden('browsersOnly');
}
