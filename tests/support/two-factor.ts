import { generateSync } from 'otplib';
import { clock } from '#platform/clock.ts';
import { Authenticator } from './authenticator.ts';
import type { Answer, HttpClient } from './http-client.ts';
import { TEST_PASSWORD } from './tenant.ts';
import type { TestServer } from './test-server.ts';

/** The app of a technician who has set it up. */
export interface TestApp {
  secret: string;
  recoveryCodes: string[];
  /** What the app shows at the server's time, `later` seconds on. */
  code(later?: number): string;
}

/** As an app shows it: for the time that the server's clock says, which a test may have moved. */
export function codeOf(secret: string, later = 0): string {
  const epoch = Math.floor(clock.now().getTime() / 1000) + later;
  return generateSync({ secret: secret.replaceAll(' ', ''), epoch });
}

/** Sets an app up over HTTP; the code that confirmed it is used up until `nextCode` moves on. */
export async function setUpApp(browser: HttpClient): Promise<TestApp> {
  const { body, status } = await browser.post('/api/v1/me/authenticator-app');
  if (status !== 200) throw new Error(JSON.stringify(body));
  const code = (later = 0) => codeOf(body.secret, later);
  // The step before, so that the code of now is still unused.
  const confirmed = await browser.put('/api/v1/me/authenticator-app', { code: code(-30) });
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body));
  return { secret: body.secret, recoveryCodes: confirmed.body.recoveryCodes, code };
}

export async function setUpPasskey(
  server: TestServer,
  browser: HttpClient,
  name = 'Key ring',
): Promise<{ authenticator: Authenticator; answer: Answer }> {
  const authenticator = new Authenticator(server.config.baseUrl);
  const options = await browser.post('/api/v1/me/passkey-options');
  if (options.status !== 200) throw new Error(JSON.stringify(options.body));
  const credential = authenticator.create(options.body);
  const answer = await browser.post('/api/v1/me/passkeys', { name, credential });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { authenticator, answer };
}

/** A new browser after the first step of signing in. */
export async function takeFirstStep(
  server: TestServer,
  email: string,
  password = TEST_PASSWORD,
): Promise<{ browser: HttpClient; answer: Answer }> {
  const browser = server.console();
  const answer = await browser.post('/api/v1/session', { email, password });
  return { browser, answer };
}

export const takeSecondStep = (browser: HttpClient, shown: object): Promise<Answer> =>
  browser.post('/api/v1/session/second-factor', shown);
