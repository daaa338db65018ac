import { z } from 'zod';
import { SessionView } from '#modules/sessions/index.ts';
import { publicConsoleRoute, type Route } from '#platform/http/route.ts';
import { beginPasskeySignIn, signInByPasskey } from './passkey-sign-in.ts';
import { beginSecondStep, takeSecondStep } from './second-step.ts';
import { Assertion } from './webauthn.ts';

const SIGN_INS_PER_MINUTE = 120;

const code = z.string().min(1).max(100);
const Options = z.record(z.string(), z.unknown());

/** Signing in beyond the password. */
export const secondStepRoutes: readonly Route[] = [
  publicConsoleRoute({
    method: 'POST',
    path: '/session/second-factor',
    summary: 'Finish a sign-in whose password was right',
    allow: 'public',
    body: z.discriminatedUnion('factor', [
      z.object({ factor: z.literal('totp'), code }),
      z.object({ factor: z.literal('recoveryCode'), code }),
      z.object({ factor: z.literal('passkey'), credential: Assertion }),
    ]),
    answer: SessionView,
    limitPerMinute: SIGN_INS_PER_MINUTE,
    handle: ({ body, ...exchange }) => takeSecondStep(exchange, body),
  }),
  publicConsoleRoute({
    method: 'POST',
    path: '/session/second-factor/passkey-options',
    summary: 'What a browser needs to take the second step with a passkey (WebAuthn)',
    allow: 'public',
    answer: Options,
    limitPerMinute: SIGN_INS_PER_MINUTE,
    handle: (exchange) => beginSecondStep(exchange),
  }),
  publicConsoleRoute({
    method: 'POST',
    path: '/session/passkey-options',
    summary: 'What a browser needs to sign in with a passkey alone (WebAuthn)',
    allow: 'public',
    answer: Options,
    limitPerMinute: SIGN_INS_PER_MINUTE,
    handle: ({ platform }) => beginPasskeySignIn(platform),
  }),
  publicConsoleRoute({
    method: 'POST',
    path: '/session/passkey',
    summary: 'Sign in with a passkey alone',
    allow: 'public',
    body: z.object({ credential: Assertion }),
    answer: SessionView,
    limitPerMinute: SIGN_INS_PER_MINUTE,
    handle: ({ body, ...exchange }) => signInByPasskey(exchange, body.credential),
  }),
];
