import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Paths that must never reach a log line, wherever an object that holds them is logged. */
const SECRETS = [
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'secret',
  'cookie',
  'authorization',
];

/** JSON lines to standard output; short readable lines when that is a terminal. */
export function createLog(level: string, isTerminal: boolean = process.stdout.isTTY): Log {
  return pino({
    level,
    redact: {
      paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[hidden]',
    },
    ...(isTerminal && level !== 'silent'
      ? {
          transport: {
            target: 'pino-pretty',
            options: { ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' },
          },
        }
      : {}),
  });
}
