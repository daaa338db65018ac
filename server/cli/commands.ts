import type { Command } from './command.ts';
import { demoCommand } from './demo.command.ts';
import { initCommand } from './init.command.ts';
import { migrateCommand } from './migrate.command.ts';
import { resetTwoFactorCommand } from './reset-two-factor.command.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  initCommand,
  demoCommand,
  resetTwoFactorCommand,
  migrateCommand,
];

export function describeCommands(): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const lines = commands.flatMap(({ name, summary, usage }) => [
    `  ${name.padEnd(width)}${summary}`,
    ...usage.map((line) => `  ${' '.repeat(width)}  ${line}`),
  ]);
  return [
    'Usage: npm run portico -- <command> [options]',
    '',
    ...lines,
    `  ${'help'.padEnd(width)}show this`,
  ].join('\n');
}
