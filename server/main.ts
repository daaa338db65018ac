import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ConfigError, loadConfig } from '#platform/config.ts';
import { OperatorError } from '#platform/errors.ts';
import { createLog } from '#platform/log.ts';
import { serve } from './serve.ts';

const CLOSE_WITHIN_MS = 20_000;
const TIDY_AFTER_MS = 1_000;

try {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const starting = serve(config, log);
  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info(`${signal}: closing`);
    setTimeout(() => {
      log.error('closing takes too long; what is under way is taken up at the next start');
      process.exit(1);
    }, CLOSE_WITHIN_MS).unref();
    starting
      .then((server) => server.close())
      .then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, 'could not close cleanly');
          process.exit(1);
        },
      );
  };
  // Before it is up, because others see it ready, and may end it, a moment before we do.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  await starting;
  setTimeout(tidyUp, TIDY_AFTER_MS).unref();
} catch (error) {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`Portico cannot start: ${describe(error)}\n`);
  process.exit(1);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof OperatorError) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    return `${error.message} (is it running already? set PORT or MAIL_IN_PORT to use another)`;
  return error.stack ?? error.message;
}

/**
 * Gives back what starting has left behind, a third of the memory: V8 would keep it until a busy hour
 * makes it look, and the hours after a start are often quiet.
 */
function tidyUp(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as NodeJS.GCFunction;
  // A tenth of a second. Without "last-resort" the pages stay with the process.
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
