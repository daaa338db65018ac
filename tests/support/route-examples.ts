import { PREFIX, type Route } from '#platform/http/route.ts';
import { makeArticle, makeArticleFile, makeCategory } from './articles.ts';
import { proveMailDomain } from './dns.ts';
import type { Answer, HttpClient, TestFile } from './http-client.ts';
import { RED_DOT } from './pictures.ts';
import { deliver, until } from './smtp-client.ts';
import { TEST_PASSWORD, type TestContact, type TestTenant } from './tenant.ts';
import type { TestServer } from './test-server.ts';
import { setUpPasskey } from './two-factor.ts';

/**
 * A company with one of everything that an address can name, and how each route with a name in its
 * address is called there. The route sweep fails for a route that is missing here.
 */
export interface SweptCompany extends TestTenant {
  /** Whose ticket it is, at the customer Globex. */
  owner: TestContact;
  /** In every text of the company, and in nobody else's. */
  marker: string;
  names: Record<string, number | string>;
}

type Names = SweptCompany['names'];
interface Example {
  /** Which of the company's names stands for each parameter. */
  params: Record<string, keyof Names>;
  body?: unknown;
  /** Sent as a form. */
  file?: TestFile;
  /** Every contact of the company may see it, not only who is concerned. */
  isForAllContacts?: boolean;
  /** Every contact of the customer may see it. */
  isForCustomer?: boolean;
  /** What is written behind the address. */
  query?: string;
  /** The names are the product's, the same in every company: there are no others' to ask for. */
  isForEveryCompany?: boolean;
  /** Nothing of a customer's: every technician with the permission may have it. */
  isForAllTechnicians?: boolean;
}

const id = (name: string): Example['params'] => ({ id: name });
const ticket: Example['params'] = { number: 'ticketNumber' };
const text = { html: '<p>Zanzibar</p>' };
const aWeek = { kind: 'weekly', weekdays: [1], fromMinute: 0, durationMinutes: 1 };
const picture = { name: 'me.png', type: 'image/png', content: RED_DOT };
const template: Example['params'] = { name: 'template' };
const pictureKey: Example['params'] = { key: 'pictureKey' };
const articleText: Example['params'] = { id: 'ownArticleId', language: 'articleLanguage' };
const articleVersion: Example['params'] = { ...articleText, versionId: 'articleVersionId' };

/** By `audience METHOD /path`. Those whose parameters are all absent here have none to swap. */
export const EXAMPLES: Record<string, Example> = {
  'console GET /technicians/:id': { params: id('technicianId'), isForAllTechnicians: true },
  'console PATCH /technicians/:id': { params: id('technicianId'), body: { firstName: 'Zanzibar' } },
  'console PUT /technicians/:id/username': {
    params: id('technicianId'),
    body: { email: 'zanzibar@zanzibar.test' },
  },
  'console GET /technicians/:id/open-tickets': { params: id('technicianId') },
  'console PUT /technicians/:id/disablement': { params: id('technicianId') },
  'console DELETE /technicians/:id/disablement': { params: id('technicianId') },
  'console POST /technicians/:id/password-link': { params: id('technicianId') },
  'console POST /technicians/:id/invitation': { params: id('invitedId') },
  'console DELETE /technicians/:id/invitation': { params: id('invitedId') },
  'console PUT /technicians/:id/picture': { params: id('technicianId'), file: picture },
  'console DELETE /technicians/:id/picture': { params: id('technicianId') },
  'console GET /pictures/:key': { params: pictureKey, isForAllTechnicians: true },
  'console GET /portal-logo/:key': { params: { key: 'logoKey' }, isForAllTechnicians: true },
  'console GET /technicians/:id/two-factor': { params: id('technicianId') },
  'console DELETE /technicians/:id/two-factor': { params: id('technicianId') },
  'console DELETE /me/sessions/:id': { params: id('spareSessionId') },
  'console PATCH /me/passkeys/:id': { params: id('passkeyId'), body: { name: 'Zanzibar' } },
  'console DELETE /me/passkeys/:id': { params: id('passkeyId') },
  'console PATCH /roles/:id': { params: id('roleId'), body: { permissions: ['tickets.view'] } },
  'console DELETE /roles/:id': { params: id('roleId') },
  'console DELETE /api-keys/:id': { params: id('apiKeyId') },
  'console GET /customers/:id': { params: id('customerId') },
  'console PATCH /customers/:id': {
    params: id('customerId'),
    body: { version: 1, notes: 'Zanzibar' },
  },
  'console PUT /customers/:id/archive': { params: id('spareCustomerId') },
  'console DELETE /customers/:id/archive': { params: id('spareCustomerId') },
  'console POST /customers/:id/domains': {
    params: id('customerId'),
    body: { domain: 'zanzibar-two.test' },
  },
  'console PATCH /customers/:id/domains/:domain': {
    params: { id: 'customerId', domain: 'domain' },
    body: { includesSubdomains: true },
  },
  'console DELETE /customers/:id/domains/:domain': {
    params: { id: 'customerId', domain: 'domain' },
  },
  'console GET /contacts/:id': { params: id('contactId') },
  'console PATCH /contacts/:id': {
    params: id('contactId'),
    body: { version: 1, jobTitle: 'Zanzibar' },
  },
  'console PUT /contacts/:id/archive': { params: id('spareContactId') },
  'console DELETE /contacts/:id/archive': { params: id('spareContactId') },
  'console POST /contacts/:id/password-look': { params: id('spareContactId') },
  'console POST /contacts/:id/password': { params: id('spareContactId') },
  'console POST /contacts/:id/welcome-mail': { params: id('spareContactId') },
  'console GET /devices/:id': { params: id('deviceId') },
  'console PATCH /devices/:id': {
    params: id('deviceId'),
    body: { version: 1, name: 'Zanzibar' },
  },
  'console PUT /devices/:id/archive': { params: id('deviceId') },
  'console DELETE /devices/:id/archive': { params: id('deviceId') },
  'console DELETE /devices/:id/copy-notice': { params: id('deviceId') },
  'console DELETE /devices/:id/keys': { params: id('deviceId') },
  'console PUT /devices/:id/contacts/:contactId': {
    params: { id: 'deviceId', contactId: 'contactId' },
  },
  'console DELETE /devices/:id/contacts/:contactId': {
    params: { id: 'deviceId', contactId: 'contactId' },
  },
  'console GET /devices/:id/checks': { params: id('deviceId') },
  'console POST /devices/:id/checks': {
    params: id('deviceId'),
    body: { kind: 'tcp', host: 'zanzibar.invalid', port: 25 },
  },
  'console PUT /checks/:id': {
    params: id('checkId'),
    body: { version: 1, kind: 'tcp', host: 'zanzibar.invalid', port: 26 },
  },
  'console POST /checks/:id/runs': { params: id('checkId') },
  'console GET /checks/:id/results': { params: id('checkId') },
  'console DELETE /checks/:id': { params: id('spareCheckId') },
  'console GET /devices/:id/graph': { params: id('deviceId') },
  'console GET /devices/:id/changes': { params: id('deviceId') },
  'console GET /devices/:id/alert-profile': { params: id('deviceId') },
  'console GET /alerts/:id': { params: id('alertId') },
  'console GET /alerts/:id/events': { params: id('alertId') },
  'console GET /tickets/:number/alerts': { params: ticket },
  'console GET /alert-profiles/:id': { params: id('alertProfileId'), isForAllTechnicians: true },
  'console PATCH /alert-profiles/:id': {
    params: id('alertProfileId'),
    body: { version: 1, name: 'Zanzibar' },
  },
  'console DELETE /alert-profiles/:id': { params: id('spareAlertProfileId') },
  'console PUT /alert-profiles/:id/assignments': {
    params: id('alertProfileId'),
    body: { assignments: [{ deviceType: 'other' }] },
  },
  'console PUT /maintenance-windows/:id': {
    params: id('maintenanceWindowId'),
    body: { name: 'Zanzibar', time: aWeek, customerId: null },
  },
  'console DELETE /maintenance-windows/:id': { params: id('maintenanceWindowId') },
  'console PATCH /alert-sources/:id': { params: id('alertSourceId'), body: { name: 'Zanzibar' } },
  'console POST /alert-sources/:id/secret': { params: id('alertSourceId') },
  'console DELETE /alert-sources/:id': { params: id('spareAlertSourceId') },
  'console POST /alert-hooks/:secret': {
    params: { secret: 'alertSecret' },
    body: { title: 'Zanzibar' },
  },
  'console DELETE /enrolment-tokens/:id': { params: id('enrolmentTokenId') },
  'console GET /imports/:id': { params: id('importId') },
  'console PATCH /imports/:id': {
    params: id('importId'),
    body: { options: { existing: 'update', createsCustomers: true, sendsWelcome: false } },
  },
  'console DELETE /imports/:id': { params: id('importId') },
  'console POST /imports/:id/check': { params: id('importId') },
  'console POST /imports/:id/run': { params: id('importId') },
  'console POST /imports/:id/stop': { params: id('importId') },
  'console GET /imports/:id/rows': { params: id('importId') },
  'console GET /imports/:id/report': { params: id('importId') },
  'console GET /tickets/:number': { params: ticket },
  'console PATCH /tickets/:number': { params: ticket, body: { version: 1, priority: 'high' } },
  'console GET /tickets/:number/history': { params: ticket },
  'console GET /tickets/:number/messages': { params: ticket },
  'console POST /tickets/:number/replies': { params: ticket, body: text },
  'console POST /tickets/:number/notes': { params: ticket, body: text },
  'console GET /tickets/:number/mentionable-technicians': { params: ticket },
  'console PUT /notifications/:id/read': { params: id('notificationId') },
  'console GET /tickets/:number/drafts/:kind': { params: { ...ticket, kind: 'draftKind' } },
  'console PUT /tickets/:number/drafts/:kind': {
    params: { ...ticket, kind: 'draftKind' },
    body: text,
  },
  'console DELETE /tickets/:number/drafts/:kind': { params: { ...ticket, kind: 'draftKind' } },
  'console GET /tickets/:number/participants': { params: ticket },
  'console DELETE /tickets/:number/participants/:address': {
    params: { ...ticket, address: 'participant' },
  },
  'console GET /tickets/:number/signature-images/:id': {
    params: { ...ticket, id: 'signatureImageId' },
  },
  'console GET /me/signature/images/:id': { params: id('signatureImageId') },
  'console GET /attachments/:id': { params: id('attachmentId') },
  'console PATCH /mailboxes/:id': { params: id('mailboxId'), body: { isFrom: true } },
  'console DELETE /mailboxes/:id': { params: id('spareMailboxId') },
  'console POST /mailboxes/:id/proof-checks': { params: id('mailboxId') },
  'console GET /inbound-messages/:id': { params: id('inboundId') },
  'console POST /inbound-messages/:id/replay': { params: id('inboundId'), body: {} },
  'console GET /inbound-messages/:id/raw': { params: id('inboundId') },
  'console GET /outbound-messages/:id': { params: id('outboundId') },
  'console POST /outbound-messages/:id/retry': { params: id('outboundId') },
  'console GET /templates/:name': { params: template, isForEveryCompany: true },
  'console PUT /templates/:name/:language': {
    params: { ...template, language: 'language' },
    body: { version: 0, subject: 'Zanzibar', text: '{[Answer]}' },
    isForEveryCompany: true,
  },
  'console DELETE /templates/:name/:language': {
    params: { ...template, language: 'language' },
    query: '?version=1',
    isForEveryCompany: true,
  },
  'console PUT /templates/:name/disablement': {
    params: { name: 'optionalTemplate' },
    isForEveryCompany: true,
  },
  'console DELETE /templates/:name/disablement': {
    params: { name: 'optionalTemplate' },
    isForEveryCompany: true,
  },
  'console POST /templates/:name/:language/preview': {
    params: { ...template, language: 'language' },
    body: { subject: 'Zanzibar', text: '{[Answer]}' },
    isForEveryCompany: true,
  },
  'console POST /templates/:name/:language/test': {
    params: { ...template, language: 'language' },
    body: { subject: 'Zanzibar', text: '{[Answer]}' },
    isForEveryCompany: true,
  },
  'console PATCH /article-categories/:id': {
    params: id('articleCategoryId'),
    body: { version: 1, names: { en: 'Zanzibar' } },
  },
  'console DELETE /article-categories/:id': { params: id('spareArticleCategoryId') },
  'console GET /articles/:id': { params: id('ownArticleId') },
  'console PATCH /articles/:id': {
    params: id('ownArticleId'),
    body: { version: 1, slug: 'zanzibar-two' },
  },
  'console PUT /articles/:id/archive': { params: id('ownArticleId') },
  'console DELETE /articles/:id/archive': { params: id('ownArticleId') },
  'console GET /article-files/:id': { params: id('ownArticleFileId') },
  'console GET /articles/:id/tickets': { params: id('ownArticleId') },
  'console PUT /articles/:id/texts/:language/draft': {
    params: articleText,
    body: { version: 1, title: 'Zanzibar', ...text },
  },
  'console POST /articles/:id/texts/:language/draft-removal': {
    params: articleText,
    body: { version: 1 },
  },
  'console PUT /articles/:id/texts/:language/publication': {
    params: articleText,
    body: { version: 1 },
  },
  'console DELETE /articles/:id/texts/:language/publication': { params: articleText },
  'console DELETE /articles/:id/texts/:language': { params: articleText },
  'console GET /articles/:id/texts/:language/versions': { params: articleText },
  'console GET /articles/:id/texts/:language/versions/:versionId': { params: articleVersion },
  'console POST /articles/:id/texts/:language/versions/:versionId/restoration': {
    params: articleVersion,
    body: { version: 1 },
  },
  'console GET /tickets/:number/articles': { params: ticket },
  'console PUT /tickets/:number/articles/:articleId': {
    params: { ...ticket, articleId: 'ownArticleId' },
  },
  'console DELETE /tickets/:number/articles/:articleId': {
    params: { ...ticket, articleId: 'ownArticleId' },
  },
  'console POST /tickets/:number/messages/:messageId/article': {
    params: { ...ticket, messageId: 'messageId' },
    body: { title: 'Zanzibar', categoryId: 1, language: 'en' },
  },
  'portal GET /tickets/:number': { params: ticket },
  'portal GET /tickets/:number/messages': { params: ticket },
  'portal POST /tickets/:number/messages': { params: ticket, body: text },
  'portal PUT /tickets/:number/read': { params: ticket, body: { messageId: 1 } },
  'portal PUT /tickets/:number/closure': { params: ticket },
  'portal DELETE /tickets/:number/closure': { params: ticket },
  'portal GET /tickets/:number/signature-images/:id': {
    params: { ...ticket, id: 'signatureImageId' },
  },
  'portal GET /devices/:id': { params: id('deviceId') },
  'portal GET /people/:id': { params: id('contactId') },
  'portal DELETE /me/sessions/:id': { params: id('spareVisitId') },
  'portal GET /attachments/:id': { params: id('attachmentId') },
  'portal GET /article-categories/:slug': { params: { slug: 'category' }, isForCustomer: true },
  'portal GET /articles/:slug': { params: { slug: 'articleSlug' }, isForCustomer: true },
  'portal POST /article-readings/:id': { params: id('articleId'), isForCustomer: true },
  'portal PUT /article-ratings/:id': {
    params: id('articleId'),
    body: { isHelpful: true },
    isForCustomer: true,
  },
  'portal GET /article-files/:id': { params: id('articleFileId'), isForCustomer: true },
  'portal GET /logo/:key': { params: { key: 'logoKey' }, isForAllContacts: true },
  'portal GET /pictures/:key': { params: pictureKey, isForAllContacts: true },
};

export const nameOfRoute = ({ audience, method, path }: Route) => `${audience} ${method} ${path}`;

/** The route's address with the company's names in it, or with `absent` in place of every number. */
export function addressOf(route: Route, names: Names, absent?: string): string {
  const example = EXAMPLES[nameOfRoute(route)];
  const path = route.path.replace(/:(\w+)/g, (_, parameter: string) => {
    const name = example?.params[parameter];
    if (name === undefined)
      throw new Error(`${nameOfRoute(route)} has no example for ${parameter}`);
    const present = names[name];
    const isNumber = typeof present === 'number';
    return encodeURIComponent(String(isNumber && absent !== undefined ? absent : present));
  });
  return PREFIX[route.audience] + path + (example?.query ?? '');
}

export const isForEveryCompany = (route: Route): boolean =>
  EXAMPLES[nameOfRoute(route)]?.isForEveryCompany ?? false;

export const bodyOf = (route: Route): unknown =>
  route.method === 'GET' ? undefined : (EXAMPLES[nameOfRoute(route)]?.body ?? {});

export const isForCustomer = (route: Route): boolean =>
  EXAMPLES[nameOfRoute(route)]?.isForCustomer ?? false;
export const isForAllContacts = (route: Route): boolean =>
  EXAMPLES[nameOfRoute(route)]?.isForAllContacts ?? false;

export const isForAllTechnicians = (route: Route): boolean =>
  EXAMPLES[nameOfRoute(route)]?.isForAllTechnicians ?? false;

/** Calls the route as its example says. */
export function callRoute(
  browser: HttpClient,
  route: Route,
  names: Names,
  absent?: string,
): Promise<Answer> {
  const { file } = EXAMPLES[nameOfRoute(route)] ?? {};
  const address = addressOf(route, names, absent);
  if (file && route.method === 'PUT') return browser.upload(address, file, route.method);
  return browser.send(route.method, address, bodyOf(route));
}

/** The owner on another device; the session's id. */
async function signInElsewhere(tenant: TestTenant, owner: TestContact): Promise<number> {
  const device = tenant.portal();
  await device.post('/portal/v1/session', { username: owner.username, password: TEST_PASSWORD });
  const { items } = (await device.get('/portal/v1/me/sessions')).body;
  return items.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent).id;
}

/** Fills a company over HTTP and SMTP, as its people would. */
export async function fillCompany(server: TestServer, tenant: TestTenant): Promise<SweptCompany> {
  const marker = 'Zanzibar';
  const { admin } = tenant;
  const made = async (path: string, body: unknown) => {
    const answer = await admin.post(`/api/v1${path}`, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const role = await made('/roles', { name: marker, permissions: ['tickets.view'] });
  const customerId = await tenant.customer(`${marker} Globex`, ['zanzibar.test']);
  const owner = await tenant.contact({
    customerId,
    firstName: marker,
    email: 'owner@zanzibar.test',
  });
  const spare = await made('/contacts', {
    customerId,
    email: 'spare@zanzibar.test',
    firstName: marker,
    lastName: 'Spare',
  });
  const invited = await made('/technicians', {
    email: 'invited@zanzibar.test',
    firstName: marker,
    lastName: 'Invited',
    roleId: role.id,
  });
  const { technicianId } = await tenant.technician();
  const { enrolmentToken, token } = await made('/enrolment-tokens', { customerId, name: marker });
  const deviceId = await enrolDevice(server, token, marker);
  const check = (port: number) =>
    made(`/devices/${deviceId}/checks`, { kind: 'tcp', host: `${marker}.invalid`, port });
  await admin.put(`/api/v1/devices/${deviceId}/contacts/${owner.contactId}`);
  const deviceCheck = await check(443);
  const spareCheck = await check(80);
  const { apiKey } = await made('/api-keys', { name: marker, roleId: role.id });
  const { pictureUrl } = (await admin.upload('/api/v1/me/picture', picture, 'PUT')).body;
  const alert = await made('/alerts', { title: `${marker} burns`, deviceId });
  const profile = (name: string) => made('/alert-profiles', { ...NO_THRESHOLDS, name });
  const alertProfile = await profile('Thresholds');
  const spareAlertProfile = await profile('Spare thresholds');
  const maintenanceWindow = await made('/maintenance-windows', {
    name: `${marker} patch day`,
    customerId,
    time: aWeek,
  });
  const alertSource = await made('/alert-sources', { name: `${marker} radar`, format: 'plain' });
  const spareAlertSource = await made('/alert-sources', { name: 'Spare', format: 'plain' });
  const { logo } = (await admin.upload('/api/v1/portal-settings/logo', picture, 'PUT')).body;
  const mailbox = await made('/mailboxes', { address: 'support@zanzibar-msp.test' });
  await proveMailDomain(server, tenant, mailbox);
  const spareMailbox = await made('/mailboxes', { address: 'spare@zanzibar-msp.test' });
  const file = { name: `${marker}.txt`, type: 'text/plain', content: Buffer.from(marker) };
  const list = await admin.upload('/api/v1/imports', {
    name: `${marker}.csv`,
    type: 'text/csv',
    content: Buffer.from(`E-mail,Last name\nnobody@zanzibar.test,${marker}\n`),
  });
  const upload = await owner.upload('/portal/v1/attachments', file);
  const opened = await owner.post('/portal/v1/tickets', {
    subject: marker,
    html: `<p>${marker}</p>`,
    attachmentIds: [upload.body.id],
  });
  if (opened.status !== 201) throw new Error(JSON.stringify(opened.body));
  const { number } = opened.body;
  const drawing = await admin.upload('/api/v1/me/signature/images', picture);
  const signature = await admin.put('/api/v1/me/signature', {
    html: `<p>${marker}<img src="${drawing.body.url}"></p>`,
  });
  if (signature.status !== 200) throw new Error(JSON.stringify(signature.body));
  await made(`/tickets/${number}/replies`, {
    html: `<p>${marker}</p>`,
    cc: ['colleague@zanzibar.test'],
  });
  const categories = {
    used: await made('/article-categories', { names: { en: marker } }),
    spare: await made('/article-categories', { names: { en: `${marker} spare` } }),
  };
  const articleFile = await admin.upload('/api/v1/article-files', file);
  const article = await made('/articles', {
    categoryId: categories.used.id,
    language: 'en',
    title: marker,
    html: `<p>${marker}</p>`,
    visibility: 'customers',
    customerIds: [customerId],
    attachmentIds: [articleFile.body.id],
  });
  await admin.put(`/api/v1/articles/${article.id}/texts/en/publication`, { version: 1 });
  await admin.put(`/api/v1/tickets/${number}/articles/${article.id}`);
  const articleVersions = await admin.get(`/api/v1/articles/${article.id}/texts/en/versions`);
  const messages = await admin.get(`/api/v1/tickets/${number}/messages`);
  await deliver(
    server,
    { from: 'owner@zanzibar.test', to: 'support@zanzibar-msp.test' },
    `From: owner@zanzibar.test\nTo: support@zanzibar-msp.test\nSubject: ${marker}\n\n${marker}\n`,
  );
  const [inbound, outbound, notification] = await until(async () => {
    const [received] = await server.rows('select id from inbound_messages where tenant_id = $1', [
      tenant.tenantId,
    ]);
    const [sent] = await server.rows(
      `select id from outbound_messages where tenant_id = $1 and kind = 'reply'`,
      [tenant.tenantId],
    );
    const [told] = await server.rows('select id from notifications where technician_id = $1', [
      tenant.adminId,
    ]);
    return received && sent && told ? [received, sent, told] : undefined;
  }, 'mail in both directions, and news of it');
  // Of the Admin himself: what is under /me belongs to who asks.
  const { authenticator } = await setUpPasskey(server, admin, marker);
  const [passkey] = (await admin.get('/api/v1/me/two-factor')).body.passkeys;
  const elsewhere = server.console();
  const { body: options } = await elsewhere.post('/api/v1/session/passkey-options');
  await elsewhere.post('/api/v1/session/passkey', { credential: authenticator.get(options) });
  const sessions = (await elsewhere.get('/api/v1/me/sessions')).body.items;
  const spareSession = sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent);
  const articleFileId = await makeArticleFile(server, tenant, {
    name: `${marker}.png`,
    mediaType: 'image/png',
    content: RED_DOT,
  });
  const category = `${marker.toLowerCase()}-category`;
  await makeCategory(server, tenant, { slug: category, names: { en: marker } });
  const articleSlug = `${marker.toLowerCase()}-article`;
  const articleId = await makeArticle(server, tenant, {
    category,
    slug: articleSlug,
    texts: {
      en: { title: marker, html: `<p>${marker}<img src="article-file:${articleFileId}" /></p>` },
    },
    visibility: 'customers',
    customerIds: [customerId],
    imageIds: [articleFileId],
  });
  return Object.assign(tenant, {
    owner,
    marker,
    names: {
      technicianId,
      invitedId: invited.id,
      pictureKey: pictureUrl.split('/').at(-1),
      logoKey: logo.url.split('/').at(-1),
      passkeyId: passkey.id,
      spareSessionId: spareSession.id,
      spareVisitId: await signInElsewhere(tenant, owner),
      roleId: role.id,
      apiKeyId: apiKey.id,
      customerId,
      deviceId,
      checkId: deviceCheck.id,
      spareCheckId: spareCheck.id,
      alertId: alert.alert.id,
      alertProfileId: alertProfile.id,
      spareAlertProfileId: spareAlertProfile.id,
      maintenanceWindowId: maintenanceWindow.id,
      alertSourceId: alertSource.source.id,
      spareAlertSourceId: spareAlertSource.source.id,
      alertSecret: spareAlertSource.secret,
      enrolmentTokenId: enrolmentToken.id,
      spareCustomerId: await tenant.customer(`${marker} Initech`),
      domain: 'zanzibar.test',
      contactId: owner.contactId,
      spareContactId: spare.id,
      ticketNumber: number,
      participant: 'colleague@zanzibar.test',
      draftKind: 'reply',
      template: 'ticketReply',
      optionalTemplate: 'ticketResolved',
      language: 'en',
      attachmentId: upload.body.id,
      importId: list.body.id,
      signatureImageId: drawing.body.id,
      articleCategoryId: categories.used.id,
      spareArticleCategoryId: categories.spare.id,
      ownArticleId: article.id,
      articleLanguage: 'en',
      ownArticleFileId: articleFile.body.id,
      articleVersionId: articleVersions.body.items[0]?.id,
      messageId: messages.body.items[0]?.id,
      mailboxId: mailbox.id,
      spareMailboxId: spareMailbox.id,
      inboundId: inbound?.id,
      outboundId: outbound?.id,
      notificationId: notification?.id,
      category,
      articleSlug,
      articleId,
      articleFileId,
    },
  });
}

const NO_THRESHOLDS = {
  conditions: [],
  ticketRules: [],
  hearing: { severities: [] },
  solvesTickets: false,
  resolvesAlerts: true,
};

/** A machine that was just enrolled, without an agent on it. */
async function enrolDevice(server: TestServer, token: string, hostname: string): Promise<number> {
  const answer = await server.console().post('/agent/v1/enrolments', {
    token,
    fingerprint: '0'.repeat(64),
    agentVersion: '1.0.0',
    inventory: {
      hostname,
      type: 'server',
      os: { platform: 'linux', name: 'Debian', version: '12', build: '', arch: 'x64' },
      maker: '',
      model: '',
      serial: '',
      cpu: { name: '', cores: 1 },
      memoryBytes: 1e9,
      disks: [],
      network: [],
      updatesWaiting: null,
    },
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.deviceId;
}
