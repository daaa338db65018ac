import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Config } from '#platform/config.ts';
import type { Log } from '#platform/log.ts';
import { type House, openHouse } from '../boot.ts';

/** One word after `npm run portico --`. */
export interface Command {
  name: string;
  summary: string;
  /** Its options as help shows them, one a line. */
  usage: readonly string[];
  run(args: string[], shop: Workshop): Promise<void>;
}

/** What commands work with. */
export interface Workshop {
  config: Config;
  log: Log;
  print(line: string): void;
}

/** The person typed something that cannot be meant; shown without a stack, with the command's usage. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The values of a command's options; throws a UsageError for unknown ones and for `required` ones left out. */
export function readOptions<T extends ParseArgsOptionsConfig>(
  args: string[],
  options: T,
  required: (keyof T & string)[] = [],
) {
  let values: ReturnType<typeof parseArgs<{ options: T }>>['values'];
  try {
    values = parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const missing = required.filter((name) => !(values as Record<string, unknown>)[name]);
  if (missing.length > 0)
    throw new UsageError(`${missing.map((name) => `--${name}`).join(', ')} is needed`);
  return values;
}

/** Opens database, files and the rest for a command; beside a running server it shares that one's database. */
export async function withHouse<T>(shop: Workshop, work: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse(shop.config, shop.log, (step) => shop.print(step));
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}
