import { resetTwoFactor } from '#modules/two-factor/index.ts';
import { systemActor } from '#platform/actor.ts';
import { normaliseAddress } from '#platform/mail/mail-address.ts';
import { type Command, readOptions, UsageError, withHouse } from './command.ts';

/** For the last Admin, whom nobody in the console can help. */
export const resetTwoFactorCommand: Command = {
  name: 'reset-two-factor',
  summary: 'remove the second step of signing in of a technician who has lost it',
  usage: ['--email ADDRESS'],
  async run(args, shop) {
    const options = readOptions(args, { email: { type: 'string' } }, ['email']);
    const email = normaliseAddress(options.email ?? '');
    if (!email) throw new UsageError('--email must be an e-mail address');
    await withHouse(shop, async ({ platform }) => {
      const found = await platform.db.lookups.technicianByEmail(email);
      if (!found) throw new UsageError(`There is no technician ${email}.`);
      const { tenantId, technicianId } = found;
      const scope = { tenantId, actor: systemActor('command line') };
      await platform.db.withTenant(scope, (tx) => resetTwoFactor(tx, technicianId));
    });
    shop.print(`${email} signs in with the password alone again, and was signed out everywhere.`);
    shop.print('Where the role requires two-factor sign-in, the next sign-in sets it up anew.');
  },
};
