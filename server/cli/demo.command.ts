import { generatePassword } from '#platform/crypto/passwords.ts';
import type { Platform } from '#platform/platform.ts';
import { type Command, readOptions, UsageError, type Workshop, withHouse } from './command.ts';
import { TECHNICIANS } from './demo/company.ts';
import { keepReporting } from './demo/keep-reporting.ts';
import { type Demo, demoDomain, makeDemo, technicianAddress } from './demo/make-demo.ts';

const COMPANY = 'Lighthouse IT Services';

export const demoCommand: Command = {
  name: 'demo',
  summary: 'make a believable company with customers, tickets and devices to look at',
  usage: [
    `[--company NAME]     another name than ${COMPANY}`,
    '[--password P]       one of your own',
    '[--report]           let its devices report, as agents would, until Ctrl+C',
  ],
  async run(args, shop) {
    const {
      company: companyName = COMPANY,
      password = generatePassword(),
      report = false,
    } = readOptions(args, {
      company: { type: 'string' },
      password: { type: 'string' },
      report: { type: 'boolean' },
    });
    await withHouse(shop, async ({ platform }) => {
      const email = technicianAddress(TECHNICIANS[0], demoDomain(companyName));
      const known = await platform.db.lookups.technicianByEmail(email);
      if (report) return reportUntilStopped(platform, known?.tenantId, shop);
      if (known) {
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

/** Devices that do not report go offline, and then there are alerts of it: that is what they are for. */
async function reportUntilStopped(
  platform: Platform,
  tenantId: number | undefined,
  { print }: Workshop,
): Promise<void> {
  if (tenantId === undefined) throw new UsageError('there is no such company yet: make it first');
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  await keepReporting(platform, tenantId, {
    signal: stopping.signal,
    onRound: (machines) =>
      print(`${new Date().toISOString()}  ${machines} devices have reported (Ctrl+C ends it)`),
  });
}

function describeDemo(demo: Demo, consoleAddress: string, password: string): string[] {
  const { customers, contacts, tickets, devices } = demo.counts;
  const colleagues = demo.technicians.filter(({ isAdmin }) => !isAdmin);
  return [
    `${demo.companyName}: ${customers} customers, ${contacts} contacts, ${tickets} tickets, ${devices} devices`,
    '',
    `Console  ${consoleAddress}`,
    `  Admin         ${demo.technicians.find(({ isAdmin }) => isAdmin)?.email}`,
    ...colleagues.map(({ email }) => `  Technician    ${email}`),
    `Portal   ${demo.portalAddress}`,
    `  Main contact  ${demo.mainContact.username} (${demo.mainContact.customerName})`,
    `  Contact       ${demo.contact.username} (${demo.contact.customerName})`,
    '',
    `Password of all of them: ${password}`,
    'Its devices go on reporting while this runs: npm run portico -- demo --report',
  ];
}
