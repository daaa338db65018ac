import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The repository's root, wherever a script was started from. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The Node that package-lock.json pins; the one that runs this script may be older. */
export const pinnedNode = `${root}node_modules/.bin/node`;

/**
 * Runs a program to its end and returns its exit code. Signals that reach us are passed on to it, because
 * npm and service managers signal only the process that they started.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ onOutput?: (text: string) => void, env?: Record<string, string>, cwd?: string }} [options] with `onOutput` its output
 *   goes there instead of to the terminal
 * @returns {Promise<number>}
 */
export function runToEnd(program, args, { onOutput, env, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    child.stdout?.setEncoding('utf8').on('data', onOutput);
    child.stderr?.setEncoding('utf8').on('data', onOutput);
    const passOn = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    const finish = () => {
      for (const signal of signals) process.off(signal, passOn);
    };
    child.on('error', (error) => {
      finish();
      reject(error);
    });
    child.on('close', (code, signal) => {
      finish();
      resolve(signal ? 128 + constants.signals[signal] : code);
    });
  });
}

/**
 * One line for a step that takes long: what, then how long it took. Its output is shown only if it fails.
 *
 * @param {string} title
 * @param {(onOutput: (text: string) => void) => Promise<number>} work returns an exit code
 */
export async function runStep(title, work) {
  const started = Date.now();
  process.stdout.write(`${title} … `);
  let output = '';
  const code = await work((text) => {
    output += text;
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(code === 0 ? `${seconds} s\n` : `failed after ${seconds} s\n${output}\n`);
  return code;
}
