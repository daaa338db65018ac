import { execFile } from 'node:child_process';
import { access, readdir, readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { promisify } from 'node:util';
import { AGENT_LIMITS, type Sample, type ServiceState } from '../../shared/agent-protocol.ts';
import { systemProgram } from './system-program.ts';

type Services = Sample['services'];

/**
 * Names come from the server and become words of a command: no shell is asked, none begins like an
 * option, and none holds a pattern, a path or an end of a line. Others are no services.
 */
const NAME = /^[A-Za-z0-9_][\w.@:$+() -]*$/;
const UNIT = /^[A-Za-z0-9_][\w.@:-]*$/;
const UNIT_KIND = /\.(service|socket|timer|mount|target|path)$/;

/** How the services of these names are; the system is asked what it knows, and told nothing. */
export async function readServices(names: readonly string[]): Promise<Services> {
  const asked = names.slice(0, AGENT_LIMITS.services);
  const known = asked.filter((name) => NAME.test(name));
  if (asked.length === 0) return [];
  const states = await readStates(known);
  return asked.map((name) => ({ name, state: states.get(name) ?? 'missing' }));
}

async function readStates(names: readonly string[]): Promise<Map<string, ServiceState>> {
  switch (platform()) {
    case 'win32':
      return new Map(
        await Promise.all(
          names.map(async (name): Promise<[string, ServiceState]> => {
            const answer = await ask(systemProgram('sc.exe'), 'query', name);
            return [name, scState(answer)];
          }),
        ),
      );
    case 'darwin':
      return launchdStates(names, (await ask('/bin/launchctl', 'list')) ?? '');
    default:
      return linuxStates(names);
  }
}

async function ask(program: string, ...args: string[]): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      timeout: 20_000,
      maxBuffer: 4_000_000,
      windowsHide: true,
      env: { ...process.env, LC_ALL: 'C' },
    });
    return stdout;
  } catch {
    return null;
  }
}

async function linuxStates(names: readonly string[]): Promise<Map<string, ServiceState>> {
  const units = names.filter((name) => UNIT.test(name));
  if (units.length === 0) return new Map();
  const answer = await ask(
    'systemctl',
    'show',
    '--property=LoadState,ActiveState',
    '--',
    ...units.map((name) => (UNIT_KIND.test(name) ? name : `${name}.service`)),
  );
  if (answer !== null) return systemdStates(units, answer);
  return new Map(
    await Promise.all(
      units.map(async (name): Promise<[string, ServiceState]> => [name, await processState(name)]),
    ),
  );
}

/** One paragraph for each unit, in the order in which they were asked for. */
export function systemdStates(units: readonly string[], answer: string): Map<string, ServiceState> {
  const paragraphs = answer.trim().split(/\n\s*\n/);
  return new Map(
    units.map((name, index) => {
      const paragraph = paragraphs[index] ?? '';
      if (!/^LoadState=/m.test(paragraph) || /^LoadState=not-found$/m.test(paragraph))
        return [name, 'missing'];
      // One that is started again and again is "activating" in between.
      const isUp = /^ActiveState=(active|reloading|refreshing)$/m.test(paragraph);
      return [name, isUp ? 'running' : 'stopped'];
    }),
  );
}

/** Without systemd: a process of this name, or a script that could start one. */
async function processState(name: string): Promise<ServiceState> {
  const ids = (await readdir('/proc').catch(() => [])).filter((id) => /^\d+$/.test(id));
  for (const id of ids) {
    const comm = await readFile(`/proc/${id}/comm`, 'utf8').catch(() => '');
    // The kernel keeps fifteen characters of a name.
    if (comm.trim() === name.slice(0, 15)) return 'running';
  }
  return access(`/etc/init.d/${name}`).then(
    () => 'stopped' as const,
    () => 'missing' as const,
  );
}

/** `PID Status Label`, with a dash for what does not run. */
export function launchdStates(
  labels: readonly string[],
  answer: string,
): Map<string, ServiceState> {
  const pids = new Map(
    answer.split('\n').map((line) => {
      const [pid = '', , ...label] = line.split('\t');
      return [label.join('\t'), pid];
    }),
  );
  return new Map(
    labels.map((label) => {
      const pid = pids.get(label);
      if (pid === undefined) return [label, 'missing'];
      return [label, /^\d+$/.test(pid) ? 'running' : 'stopped'];
    }),
  );
}

/** `STATE : 4 RUNNING`; the words before the colon are in the system's language. */
export function scState(answer: string | null): ServiceState {
  const state = /:\s*\d+\s+(RUNNING|STOPPED|PAUSED|(?:START|STOP|CONTINUE|PAUSE)_PENDING)\b/.exec(
    answer ?? '',
  )?.[1];
  if (state === undefined) return 'missing';
  return state === 'RUNNING' ? 'running' : 'stopped';
}
