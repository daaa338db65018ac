#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { Refused, Unreachable } from './call-server.ts';
import { enrol } from './enrol.ts';
import { defaultFolder, isAdministrator, readCredentials } from './folder.ts';
import { reportUntilStopped } from './report-loop.ts';
import { installService, removeService } from './system-service.ts';
import { AGENT_VERSION } from './version.ts';

const HELP = `The Portico agent ${AGENT_VERSION}: reports what this machine is and how it fares.
It runs nothing that it is told.

  enroll --server URL --token TOKEN   make this machine a device of a customer
         [--service]                  and let the system start the agent from now on
         [--folder FOLDER]            where key and unsent samples are kept
  run    [--folder FOLDER]            report until stopped
  service install | remove            start with the machine, or no longer
  status [--folder FOLDER]            which device this is
`;

// Whatever the machine's environment says: a certificate that is not right is not accepted.
delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;

const say = (line: string) => process.stderr.write(`${new Date().toISOString()} ${line}\n`);
const print = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      server: { type: 'string' },
      token: { type: 'string' },
      folder: { type: 'string' },
      service: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const folder = values.folder ?? defaultFolder();
  const [command, verb] = positionals;
  if (values.help || command === undefined || command === 'help') {
    print(HELP);
    return 0;
  }
  switch (command) {
    case 'enroll':
      return enrolMachine(folder, values);
    case 'run':
      return runAgent(folder);
    case 'service':
      return verb === 'install' || verb === 'remove' ? changeService(folder, verb) : misused();
    case 'status':
      return showStatus(folder);
    default:
      return misused();
  }
}

function misused(): number {
  process.stderr.write(HELP);
  return 2;
}

async function enrolMachine(
  folder: string,
  { server, token, service }: { server?: string; token?: string; service: boolean },
): Promise<number> {
  if (!server || !token) return misused();
  const { deviceId } = await enrol(folder, server, token);
  print(`This machine is now device ${deviceId}. Its key is in ${folder}.`);
  if (service) return changeService(folder, 'install');
  print('Start reporting with "run", or with every start of the machine: "service install".');
  return 0;
}

async function changeService(folder: string, verb: 'install' | 'remove'): Promise<number> {
  if (!isAdministrator()) throw new Error('Only an administrator may do this: use sudo.');
  if (verb === 'remove') {
    await removeService();
    print('The agent no longer starts with the machine.');
    return 0;
  }
  print(`The agent runs, and will after every restart: ${await installService(folder)}`);
  return 0;
}

async function runAgent(folder: string): Promise<number> {
  const credentials = await readCredentials(folder);
  if (!credentials) throw new Error(`There is no key in ${folder}: enroll this machine first.`);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  say(`device ${credentials.deviceId} reports to ${credentials.server}`);
  await reportUntilStopped(folder, credentials, stopping.signal, say);
  return 0;
}

async function showStatus(folder: string): Promise<number> {
  const credentials = await readCredentials(folder);
  print(
    credentials
      ? `Device ${credentials.deviceId} of ${credentials.server}, agent ${AGENT_VERSION}`
      : `Not enrolled (${folder})`,
  );
  return credentials ? 0 : 1;
}

main().then(
  // What counts updates in the background is not waited for.
  (code) => process.exit(code),
  (error: Error) => {
    const why =
      error instanceof Unreachable
        ? `The server could not be reached: ${error.message}`
        : error.message;
    process.stderr.write(
      `${why || (error instanceof Refused ? `refused (${error.status})` : error.name)}\n`,
    );
    process.exit(1);
  },
);
