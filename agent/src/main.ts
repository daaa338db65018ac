#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { agentLog } from './agent-log.ts';
import { Refused, Unreachable } from './call-server.ts';
import { type Connection, isDirect, proxyAddress, serverOrigin } from './connection.ts';
import { enrol } from './enrol.ts';
import { defaultFolder, isAdministrator, readCredentials } from './folder.ts';
import { claimFolder } from './folder-claim.ts';
import { changeableByOthers, lastingNode } from './lasting-node.ts';
import { removeNpxCopy } from './npx-copy.ts';
import { prepareFolder } from './private-folder.ts';
import { reportUntilStopped } from './report-loop.ts';
import { SampleBuffer } from './sample-buffer.ts';
import { installService, removeService } from './system-service.ts';
import { AGENT_VERSION } from './version.ts';

const HELP = `The Portico agent ${AGENT_VERSION}: reports what this machine is and how it fares.
It runs nothing that it is told.

  enroll --server URL --token TOKEN   make this machine a device of a customer
         [--service]                  and let the system start the agent from now on
         [--proxy URL]                through an HTTP proxy; otherwise HTTPS_PROXY and NO_PROXY count
         [--ca FILE]                  trust an authority of your own as well; otherwise NODE_EXTRA_CA_CERTS
         [--folder FOLDER]            where key and unsent samples are kept
  run    [--folder FOLDER] [--log]    report until stopped; --log keeps a log in the folder
  service install [--folder FOLDER]   start with the machine; also puts this version in place of an older
  service remove                      no longer start with the machine
  status [--folder FOLDER]            which device this is
  version
`;

// Whatever the machine's environment says: a certificate that is not right is not accepted.
delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;

const STOP_WITHIN_MS = 8_000;

const print = (line: string) => process.stdout.write(`${line}\n`);

interface Options {
  server?: string | undefined;
  token?: string | undefined;
  proxy?: string | undefined;
  ca?: string | undefined;
  service: boolean;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      server: { type: 'string' },
      token: { type: 'string' },
      proxy: { type: 'string' },
      ca: { type: 'string' },
      folder: { type: 'string' },
      service: { type: 'boolean', default: false },
      log: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const folder = values.folder ? resolve(values.folder) : await defaultFolder();
  const [command, verb] = positionals;
  if (values.help || command === undefined || command === 'help') {
    print(HELP);
    return 0;
  }
  switch (command) {
    case 'enroll':
      return enrolMachine(folder, values);
    case 'run':
      return runAgent(folder, values.log);
    case 'service':
      return verb === 'install' || verb === 'remove' ? changeService(folder, verb) : misused();
    case 'status':
      return showStatus(folder);
    case 'version':
      print(AGENT_VERSION);
      return 0;
    default:
      return misused();
  }
}

function misused(): number {
  process.stderr.write(HELP);
  return 2;
}

async function enrolMachine(folder: string, options: Options): Promise<number> {
  const { token, service } = options;
  if (!options.server || !token) return misused();
  // Before a use of the token is gone.
  if (service) await requireAdministrator();
  const connection = await connectionOf(options.server, options);
  await prepareFolder(folder);
  const { deviceId, newestVersion } = await enrol(folder, connection, token, print);
  print(`This machine is now device ${deviceId}. Its key is in ${folder}.`);
  if (newestVersion && newestVersion !== AGENT_VERSION)
    print(`This is agent ${AGENT_VERSION}; the server hands out ${newestVersion}.`);
  if (service) return changeService(folder, 'install');
  print('Start reporting with "run", or with every start of the machine: "service install".');
  return 0;
}

/** As it is now and will be for the service, which sees nothing of this shell's variables. */
async function connectionOf(given: string, { proxy, ca }: Options): Promise<Connection> {
  const server = serverOrigin(given);
  const { HTTPS_PROXY, https_proxy, NO_PROXY, no_proxy, NODE_EXTRA_CA_CERTS } = process.env;
  const isLeftOut = isDirect(server, NO_PROXY ?? no_proxy ?? '');
  const wanted = proxy ?? (isLeftOut ? '' : (HTTPS_PROXY ?? https_proxy ?? ''));
  const file = ca ?? (server.startsWith('https:') ? NODE_EXTRA_CA_CERTS : undefined);
  const certificates = file ? await readFile(file, 'utf8') : null;
  if (certificates !== null && !certificates.includes('-----BEGIN CERTIFICATE-----'))
    throw new Error(`${file} holds no certificate in the PEM format.`);
  return { server, proxy: wanted ? proxyAddress(wanted) : null, ca: certificates };
}

async function requireAdministrator(): Promise<void> {
  if (await isAdministrator()) return;
  const how = process.platform === 'win32' ? 'an elevated command prompt' : 'sudo';
  throw new Error(`Only an administrator may do this: use ${how}.`);
}

async function changeService(folder: string, verb: 'install' | 'remove'): Promise<number> {
  await requireAdministrator();
  if (verb === 'remove') {
    const wasThere = await removeService();
    print(
      wasThere ? 'The agent no longer starts with the machine.' : 'The agent was not installed.',
    );
    return 0;
  }
  if (!(await readCredentials(folder))) throw new Error(notEnrolled(folder));
  const place = await installService(folder);
  print(`The agent ${AGENT_VERSION} runs, and will after every restart: ${place}`);
  const node = await lastingNode();
  const open = await changeableByOthers(node);
  if (open)
    print(
      `Mind: the system now runs ${node}, and not only administrators may change ${open}. ` +
        'Install Node.js for all users, then run "service install" again.',
    );
  return 0;
}

const notEnrolled = (folder: string) => `There is no key in ${folder}: enroll this machine first.`;

async function runAgent(folder: string, hasLogFile: boolean): Promise<number> {
  const say = agentLog(hasLogFile ? folder : null);
  try {
    const credentials = await readCredentials(folder);
    if (!credentials) throw new Error(notEnrolled(folder));
    const release = await claimFolder(folder);
    const stopping = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        stopping.abort();
        // A server that does not answer is not waited for.
        setTimeout(() => release().finally(() => process.exit(0)), STOP_WITHIN_MS).unref();
      });
    say(`agent ${AGENT_VERSION}: device ${credentials.deviceId} reports to ${credentials.server}`);
    await reportUntilStopped(folder, credentials, stopping.signal, say);
    await release();
    return 0;
  } catch (error) {
    say((error as Error).message);
    // Whatever starts it again at once is held up, and so is its log.
    if (hasLogFile) await sleep(1_000);
    return 1;
  }
}

async function showStatus(folder: string): Promise<number> {
  const credentials = await readCredentials(folder);
  if (!credentials) {
    print(`Not enrolled (${folder})`);
    return 1;
  }
  print(`Device ${credentials.deviceId} of ${credentials.server}, agent ${AGENT_VERSION}`);
  if (credentials.proxy) print(`Proxy: ${new URL(credentials.proxy).host}`);
  print(`Samples that wait to be sent: ${await SampleBuffer.count(folder)}`);
  return 0;
}

main()
  .catch((error: Error) => {
    const why =
      error instanceof Unreachable
        ? `The server could not be reached: ${error.message}`
        : error.message;
    process.stderr.write(`${why || (error instanceof Refused ? error.code : error.name)}\n`);
    return 1;
  })
  .then(async (code) => {
    await removeNpxCopy();
    // What counts updates in the background is not waited for.
    process.exit(code);
  });
