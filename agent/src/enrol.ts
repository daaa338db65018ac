import {
  AGENT_PATHS,
  type EnrolmentAnswer,
  type EnrolmentRequest,
} from '../../shared/agent-protocol.ts';
import { callServer, serverOrigin } from './call-server.ts';
import { type Credentials, writeCredentials } from './folder.ts';
import { readFingerprint, readInventory } from './inventory.ts';
import { AGENT_VERSION } from './version.ts';

/**
 * Makes the machine a device of the customer that the token belongs to, and keeps the key that it
 * gets. Throws Refused or Unreachable.
 */
export async function enrol(folder: string, server: string, token: string): Promise<Credentials> {
  const origin = serverOrigin(server);
  const [fingerprint, inventory] = await Promise.all([readFingerprint(), readInventory()]);
  const request: EnrolmentRequest = { token, fingerprint, agentVersion: AGENT_VERSION, inventory };
  const answer = await callServer<EnrolmentAnswer>(origin, AGENT_PATHS.enrolments, request);
  const { deviceId, key, settings } = answer;
  const credentials = { server: origin, deviceId, key, settings };
  await writeCredentials(folder, credentials);
  return credentials;
}
