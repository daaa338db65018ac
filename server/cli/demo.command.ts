import { generatePassword } from '#platform/crypto/passwords.ts';
import { type Command, readOptions, withHouse } from './command.ts';
import { TECHNICIANS } from './demo/company.ts';
import { type Demo, demoDomain, makeDemo, technicianAddress } from './demo/make-demo.ts';

const COMPANY = 'Lighthouse IT Services';

export const demoCommand: Command = {
  name: 'demo',
  summary: 'make a believable company with customers, contacts and tickets to look at',
  usage: [
    `[--company NAME]     another name than ${COMPANY}`,
    '[--password P]       one of your own',
  ],
  async run(args, shop) {
    const { company: companyName = COMPANY, password = generatePassword() } = readOptions(args, {
      company: { type: 'string' },
      password: { type: 'string' },
    });
    await withHouse(shop, async ({ platform }) => {
      const email = technicianAddress(TECHNICIANS[0], demoDomain(companyName));
      if (await platform.db.lookups.technicianByEmail(email)) {
        shop.print(`There is a demo company "${companyName}" already: sign in as ${email}.`);
        shop.print('Another one needs another name: --company NAME');
        return;
      }
      shop.print(`making ${companyName} …`);
      const demo = await makeDemo(platform, { companyName, password });
      for (const line of describeDemo(demo, platform.config.baseUrl, password)) shop.print(line);
    });
  },
};

function describeDemo(demo: Demo, consoleAddress: string, password: string): string[] {
  const { customers, contacts, tickets } = demo.counts;
  const colleagues = demo.technicians.filter(({ isAdmin }) => !isAdmin);
  return [
    `${demo.companyName}: ${customers} customers, ${contacts} contacts, ${tickets} tickets`,
    '',
    `Console  ${consoleAddress}`,
    `  Admin         ${demo.technicians.find(({ isAdmin }) => isAdmin)?.email}`,
    ...colleagues.map(({ email }) => `  Technician    ${email}`),
    `Portal   ${demo.portalAddress}`,
    `  Main contact  ${demo.mainContact.username} (${demo.mainContact.customerName})`,
    `  Contact       ${demo.contact.username} (${demo.contact.customerName})`,
    '',
    `Password of all of them: ${password}`,
  ];
}
