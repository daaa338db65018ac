import { z } from 'zod';
import { assertProvedLately, getBrowserSession } from '#modules/sessions/index.ts';
import { IdParams, requiredLine } from '#platform/http/fields.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import {
  beginAuthenticatorApp,
  confirmAuthenticatorApp,
  removeAuthenticatorApp,
} from './authenticator-app.ts';
import { addPasskey, beginPasskey, removePasskey, renamePasskey } from './passkeys.ts';
import { renewRecoveryCodes } from './recovery-codes.ts';
import { resetTwoFactor } from './reset-two-factor.ts';
import { getTwoFactor, getTwoFactorOf } from './two-factor.ts';
import {
  NewFactorView,
  TwoFactorStateView,
  TwoFactorView,
  twoFactorView,
} from './two-factor.views.ts';
import { NewCredential } from './webauthn.ts';

const CODES_PER_MINUTE = 30;

const name = requiredLine(LIMITS.nameChars);

/** Setting up is for newcomers, too; what guards the account needs a fresh proof of the password. */
export const twoFactorRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/me/two-factor',
    summary: 'Your own two-factor sign-in',
    allow: 'newcomer',
    answer: TwoFactorView,
    async handle({ tx }) {
      getBrowserSession(tx);
      return twoFactorView(await getTwoFactor(tx, tx.actor.technicianId));
    },
  }),
  consoleRoute({
    method: 'POST',
    path: '/me/authenticator-app',
    summary: 'A new secret for your authenticator app; it counts once a code has confirmed it',
    allow: 'newcomer',
    answer: z.object({ secret: z.string(), address: z.string(), qrCode: z.string() }),
    async handle({ tx }) {
      await assertProvedLately(tx);
      return beginAuthenticatorApp(tx);
    },
  }),
  consoleRoute({
    method: 'PUT',
    path: '/me/authenticator-app',
    summary: 'Confirm your authenticator app by its code',
    allow: 'newcomer',
    body: z.object({ code: z.string().min(1).max(20) }),
    answer: NewFactorView,
    limitPerMinute: CODES_PER_MINUTE,
    handle: async ({ tx, body }) => ({
      recoveryCodes: await confirmAuthenticatorApp(tx, body.code),
    }),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/me/authenticator-app',
    summary: 'Remove your authenticator app',
    allow: 'technician',
    async handle({ tx }) {
      await assertProvedLately(tx);
      await removeAuthenticatorApp(tx);
    },
  }),
  consoleRoute({
    method: 'POST',
    path: '/me/recovery-codes',
    summary: 'Make your recovery codes anew; the earlier ones stop working',
    allow: 'technician',
    answer: z.object({ recoveryCodes: z.array(z.string()) }),
    async handle({ tx }) {
      await assertProvedLately(tx);
      return { recoveryCodes: await renewRecoveryCodes(tx) };
    },
  }),
  consoleRoute({
    method: 'POST',
    path: '/me/passkey-options',
    summary: 'What a browser needs to make a passkey for you (WebAuthn)',
    allow: 'newcomer',
    answer: z.record(z.string(), z.unknown()),
    async handle({ tx }) {
      await assertProvedLately(tx);
      return beginPasskey(tx);
    },
  }),
  consoleRoute({
    method: 'POST',
    path: '/me/passkeys',
    summary: 'Add a passkey that your browser has made',
    allow: 'newcomer',
    body: z.object({ name, credential: NewCredential }),
    answer: NewFactorView,
    status: 201,
    handle: async ({ tx, body }) => ({ recoveryCodes: await addPasskey(tx, body) }),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/me/passkeys/:id',
    summary: 'Rename one of your passkeys',
    allow: 'technician',
    params: IdParams,
    body: z.object({ name }),
    handle: ({ tx, params: { id }, body }) => renamePasskey(tx, id, body.name),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/me/passkeys/:id',
    summary: 'Remove one of your passkeys',
    allow: 'technician',
    params: IdParams,
    async handle({ tx, params: { id } }) {
      await assertProvedLately(tx);
      await removePasskey(tx, id);
    },
  }),
  consoleRoute({
    method: 'GET',
    path: '/technicians/:id/two-factor',
    summary: 'Whether a technician has two-factor sign-in',
    allow: 'technicians.manage',
    params: IdParams,
    answer: TwoFactorStateView,
    handle: ({ tx, params: { id } }) => getTwoFactorOf(tx, id),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/technicians/:id/two-factor',
    summary: 'Reset the two-factor sign-in of a technician who has lost it; his sessions end',
    allow: 'technicians.manage',
    params: IdParams,
    async handle({ tx, params: { id } }) {
      await assertProvedLately(tx);
      await resetTwoFactor(tx, id);
    },
  }),
];
