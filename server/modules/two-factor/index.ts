/** The second step of signing in: authenticator apps, passkeys, recovery codes. */
export { resetTwoFactor } from './reset-two-factor.ts';
export { secondStepRoutes } from './second-step.routes.ts';
export { twoFactorRoutes } from './two-factor.routes.ts';
