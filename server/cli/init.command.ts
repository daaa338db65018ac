import { z } from 'zod';
import { signUpCompany } from '#modules/setup/index.ts';
import { isLanguage, LANGUAGES } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';
import { type Command, readOptions, UsageError, withHouse } from './command.ts';

const email = z.email();

/** The setup page without a browser; again for each further company of the installation. */
export const initCommand: Command = {
  name: 'init',
  summary: 'sign up a company and its administrator',
  usage: [
    '--company NAME --name "First Last" --email ADDRESS --password PASSWORD',
    `[--language ${LANGUAGES.join('|')}]`,
  ],
  async run(args, shop) {
    const text = { type: 'string' } as const;
    const options = readOptions(
      args,
      { company: text, name: text, email: text, password: text, language: text },
      ['company', 'name', 'email', 'password'],
    );
    const { firstName, lastName } = splitName(options.name ?? '');
    const { language = 'en' } = options;
    if (!isLanguage(language)) throw new UsageError(`--language is one of ${LANGUAGES.join(', ')}`);
    if (!email.safeParse(options.email).success)
      throw new UsageError('--email must be an e-mail address');
    const input = {
      companyName: limited('--company', options.company),
      firstName,
      lastName,
      email: options.email ?? '',
      password: options.password ?? '',
      language,
    };
    const tenant = await withHouse(shop, ({ platform }) =>
      signUpCompany(platform, input, async (_tx, made) => made.tenant),
    );
    shop.print(`${tenant.companyName} is ready.`);
    shop.print(`  Console          ${shop.config.baseUrl}  (sign in as ${input.email})`);
    shop.print(`  Portal           ${tenant.portalAddress}`);
    shop.print(`  Support address  ${tenant.supportAddress}`);
  },
};

/** "Ada van der Moreno": the first word is the first name, as far as a command line can know. */
function splitName(name: string): { firstName: string; lastName: string } {
  const [firstName = '', ...rest] = limited('--name', name).split(/\s+/);
  if (rest.length === 0) throw new UsageError('--name needs a first and a last name');
  return { firstName, lastName: rest.join(' ') };
}

function limited(option: string, text = ''): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LIMITS.nameChars) {
    throw new UsageError(`${option} must have 1 to ${LIMITS.nameChars} characters`);
  }
  return trimmed;
}
