import { ConfigError, loadConfig } from '#platform/config.ts';
import { AppError, OperatorError } from '#platform/errors.ts';
import { translate } from '#platform/i18n/translate.ts';
import { createLog } from '#platform/log.ts';
import { UsageError } from './cli/command.ts';
import { commands, describeCommands } from './cli/commands.ts';

/** `npm run portico -- <command>`: what an operator does beside the running server. */
const [name = 'help', ...args] = process.argv.slice(2);
const command = commands.find((candidate) => candidate.name === name);

if (command) {
  try {
    await command.run(args, {
      config: loadConfig(),
      log: createLog('warn', process.stderr.isTTY),
      print: (line) => console.log(line),
    });
  } catch (error) {
    console.error(describe(error));
    process.exitCode = 1;
  }
} else {
  const isAsked = ['help', '--help', '-h'].includes(name);
  if (!isAsked) console.error(`There is no command "${name}".\n`);
  console.log(describeCommands());
  process.exitCode = isAsked ? 0 : 2;
}

function describe(error: unknown): string {
  if (error instanceof UsageError)
    return [error.message, `  ${name} ${command?.usage.join(' ')}`].join('\n');
  if (error instanceof ConfigError || error instanceof OperatorError) return error.message;
  if (error instanceof AppError) return sentencesOf(error).join('\n');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What the console would show, with the fields named as the options are. */
function sentencesOf({ code, params, fieldErrors }: AppError): string[] {
  return [
    translate('en', `errors:${code}`, params),
    ...fieldErrors.map(
      (problem) =>
        `  ${problem.field}: ${translate('en', `errors:field.${problem.code}`, problem.params)}`,
    ),
  ];
}
