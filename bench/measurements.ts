import type { Request } from 'autocannon';
import type { Target } from './report.ts';
import type { Sample } from './sample.ts';

export interface HttpMeasurement {
  name: string;
  audience: 'console' | 'portal';
  target: Target;
  /** Searches are heavy and rare: one for each core, not eight that wait for each other. */
  connectionsMax?: number;
  requests(sample: Sample): Request[];
}

const LIST: Target = { p95: 25, perSecond: 1_000 };
const PAGE: Target = { p95: 25, perSecond: null };
const SEARCH: Target = { p95: 60, perSecond: null };
const COUNTS: Target = { p95: 50, perSecond: null };
const NONE: Target = { p95: null, perSecond: null };

export const MAIL_TARGET: Target = { p95: null, perSecond: 100 };
/** A thousand devices report 17 times a second together; there is to be room to spare. */
export const REPORTS_TARGET: Target = { p95: null, perSecond: 100 };
export const MAIL_NAME = 'mail until it is on its ticket';

const inConsole = (
  name: string,
  target: Target,
  paths: (sample: Sample) => string[],
): HttpMeasurement => ({
  name,
  audience: 'console',
  target,
  requests: (sample) => paths(sample).map((path) => ({ path: `/api/v1${path}` })),
});

const search = (name: string, paths: (sample: Sample) => string[]): HttpMeasurement => ({
  ...inConsole(`search: ${name}`, SEARCH, (sample) =>
    paths(sample).map((path) => `/tickets?${path}`),
  ),
  connectionsMax: 2,
});

const inPortal = (
  name: string,
  target: Target,
  paths: (sample: Sample) => string[],
): HttpMeasurement => ({
  name,
  audience: 'portal',
  target,
  requests: (sample) => paths(sample).map((path) => ({ path: `/portal/v1${path}` })),
});

/** What people do all day, with the numbers they may rely on (docs/performance.md). */
export const MEASUREMENTS: readonly HttpMeasurement[] = [
  inConsole('ticket list', LIST, () => ['/tickets']),
  inConsole('list: open and pending', LIST, () => ['/tickets?status=open,pending']),
  inConsole('list: closed', LIST, () => ['/tickets?status=closed']),
  inConsole('list: my open ones', LIST, () => ['/tickets?status=open,pending&assignee=me']),
  inConsole('list: unassigned', LIST, () => ['/tickets?status=open&assignee=none']),
  inConsole('list: of one technician', LIST, ({ technicians }) =>
    technicians.map((id) => `/tickets?assignee=${id}`),
  ),
  inConsole('list: of one customer', LIST, ({ customers }) =>
    customers.map((id) => `/tickets?customer=${id}`),
  ),
  inConsole('list: critical and high', LIST, () => ['/tickets?priority=critical,high']),
  inConsole('list: open, by priority', LIST, () => ['/tickets?status=open,pending&sort=-priority']),
  inConsole('list: open, of one customer', LIST, ({ customers }) =>
    customers.map((id) => `/tickets?status=open,pending&customer=${id}`),
  ),
  inConsole('list: oldest first', LIST, () => ['/tickets?sort=createdAt']),
  inConsole('ticket page', PAGE, ({ numbers }) => numbers.map((number) => `/tickets/${number}`)),
  inConsole('messages of a ticket', PAGE, ({ numbers }) =>
    numbers.map((number) => `/tickets/${number}/messages`),
  ),
  search('rare word', ({ rareWords }) => rareWords.map((word) => `search=${word}`)),
  search('reference number', ({ references }) => references.map((word) => `search=${word}`)),
  search('seldom word', ({ seldomWords }) => seldomWords.map((word) => `search=${word}`)),
  search('common word', ({ commonWords }) => commonWords.map((word) => `search=${word}`)),
  search('two common words', ({ commonWords }) =>
    commonWords.map((word) => `search=${word}+server`),
  ),
  search('part of a word', ({ commonWords }) =>
    commonWords.map((word) => `search=${word.slice(0, 4)}`),
  ),
  search('in the open ones', ({ commonWords }) =>
    commonWords.map((word) => `status=open,pending&search=${word}`),
  ),
  inConsole('counts', COUNTS, () => ['/ticket-counts']),
  inConsole('dashboard figures', COUNTS, () => ['/ticket-figures']),
  inConsole('dashboard trend', COUNTS, () => ['/ticket-trend']),
  inConsole('dashboard activity', COUNTS, () => ['/activity']),
  inConsole('customer list', NONE, () => ['/customers']),
  inConsole('device list', LIST, () => [
    '/devices',
    '/devices?state=online',
    '/devices?sort=-lastSeenAt',
    '/devices?state=offline',
    '/devices?hasAlerts=true',
  ]),
  {
    ...inConsole('device list: search', SEARCH, ({ deviceWords }) =>
      deviceWords.map((word) => `/devices?search=${word}`),
    ),
    connectionsMax: 2,
  },
  inConsole('device counts', COUNTS, () => ['/device-counts']),
  inConsole('alert list', LIST, () => [
    '/alerts',
    '/alerts?state=open,acknowledged',
    '/alerts?state=open,acknowledged&sort=-severity',
    '/alerts?severity=critical',
  ]),
  inConsole('alert list: of one customer', LIST, ({ customers }) =>
    customers.map((id) => `/alerts?customerId=${id}`),
  ),
  {
    ...inConsole('alert list: search', SEARCH, ({ deviceWords }) =>
      deviceWords.map((word) => `/alerts?search=${word}`),
    ),
    connectionsMax: 2,
  },
  inConsole('alert counts', COUNTS, () => ['/alert-counts']),
  inConsole('contact search', NONE, ({ commonWords }) =>
    commonWords.map((word) => `/contacts?search=${word.slice(0, 3)}`),
  ),
  inPortal('portal: knowledge base', PAGE, () => ['/knowledge-base']),
  {
    name: 'portal: article search',
    audience: 'portal',
    target: SEARCH,
    connectionsMax: 2,
    // of many visitors: one address may ask 120 times a minute
    requests: ({ seldomWords, commonWords }) =>
      [
        ...seldomWords,
        ...seldomWords.map((word, n) => `my+${commonWords[n % commonWords.length]}+${word}+fails`),
      ].map((words, n) => ({
        path: `/portal/v1/articles?search=${words}`,
        headers: { 'x-forwarded-for': `198.51.100.${n % 250}` },
      })),
  },
  inPortal('portal: own tickets', LIST, () => ['/tickets']),
  inPortal('portal: tickets of the company', LIST, () => ['/tickets?scope=company']),
  {
    name: 'opening a ticket',
    audience: 'console',
    target: NONE,
    requests: ({ contacts }) =>
      contacts.map((contactId, index) => ({
        method: 'POST',
        path: '/api/v1/tickets',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          subject: `The printer on floor ${index} is out of paper`,
          html: '<p>Hello,</p><p>nobody has filled the <b>printer</b> since Monday.</p>',
          contactId,
        }),
      })),
  },
];
