import { setTimeout as sleep } from 'node:timers/promises';
import { AGENT_PATHS, type EnrolmentRequest } from '../../shared/agent-protocol.ts';
import { callServer, Unreachable } from './call-server.ts';
import type { Connection } from './connection.ts';
import { type Credentials, writeCredentials } from './folder.ts';
import { readFingerprint, readInventory } from './inventory.ts';
import { enrolmentAnswer } from './server-answers.ts';
import { AGENT_VERSION } from './version.ts';

const ATTEMPTS = 20;

/**
 * Makes the machine a device of the customer that the token belongs to, and keeps the key that it
 * gets. When hundreds of machines come at once, the server asks some of them to wait, and they do.
 * Throws Refused, NotTaken, Nonsense or Unreachable.
 */
export async function enrol(
  folder: string,
  connection: Connection,
  token: string,
  say: (line: string) => void,
): Promise<Credentials & { newestVersion: string }> {
  const [fingerprint, inventory] = await Promise.all([readFingerprint(), readInventory()]);
  const request: EnrolmentRequest = { token, fingerprint, agentVersion: AGENT_VERSION, inventory };
  const { deviceId, key, settings, agentVersion } = enrolmentAnswer(
    await ask(connection, request, say),
  );
  const credentials = { ...connection, deviceId, key, settings };
  await writeCredentials(folder, credentials);
  return { ...credentials, newestVersion: agentVersion };
}

async function ask(
  connection: Connection,
  request: EnrolmentRequest,
  say: (line: string) => void,
): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await callServer(connection, AGENT_PATHS.enrolments, request);
    } catch (error) {
      const asked = error instanceof Unreachable ? error.retryAfterSeconds : null;
      if (asked === null || attempt === ATTEMPTS) throw error;
      const seconds = asked * (1 + Math.random());
      say(`The server is busy; trying again in ${Math.round(seconds)} s.`);
      await sleep(seconds * 1000);
    }
  }
}
