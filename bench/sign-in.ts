import type { Config } from '#platform/config.ts';
import { HttpClient } from '../tests/support/http-client.ts';
import { contactUsername, PASSWORD, technicianEmail } from './credentials.ts';
import type { Company } from './fill/people.ts';

/** Headers with which a browser of a signed-in technician, or contact, asks. */
export interface SignedIn {
  console: Record<string, string>;
  portal: Record<string, string>;
}

export async function signIn(config: Config, company: Company): Promise<SignedIn> {
  const console = new HttpClient(config.port, config.consoleHost);
  const portal = new HttpClient(config.port, new URL(config.portalOrigin(company.slug)).host);
  return {
    console: await headersAfter(console, '/api/v1/session', {
      email: technicianEmail(company.slug),
      password: PASSWORD,
    }),
    portal: await headersAfter(portal, '/portal/v1/session', {
      username: contactUsername(1),
      password: PASSWORD,
    }),
  };
}

async function headersAfter(
  browser: HttpClient,
  path: string,
  body: unknown,
): Promise<Record<string, string>> {
  const { status, raw } = await browser.post(path, body);
  if (status !== 200) throw new Error(`signing in at ${path} was answered ${status}: ${raw}`);
  return {
    host: browser.host,
    origin: `http://${browser.host}`,
    cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  };
}
