import { type Command, readOptions, withHouse } from './command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the database up to date without starting the server',
  usage: [],
  async run(args, shop) {
    readOptions(args, {});
    await withHouse(shop, async () => undefined);
    shop.print('The database is up to date.');
  },
};
