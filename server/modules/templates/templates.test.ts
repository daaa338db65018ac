import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForMail } from '../../../tests/support/mail.ts';
import { makeTenant, type TestTechnician, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let technician: TestTechnician;
let customerId: number;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  technician = await acme.technician();
  customerId = await acme.customer('Globex', ['globex.test']);
});
afterAll(() => server?.close());

const at = (path = '') => `/api/v1/templates${path}`;
const get = async (name: string, language = 'en', from = acme) => {
  const answer = await from.admin.get(at(`/${name}`));
  expect(answer.status).toBe(200);
  return answer.body.texts.find((text: { language: string }) => text.language === language);
};
const put = (name: string, body: object, language = 'en') =>
  acme.admin.put(at(`/${name}/${language}`), body);
const save = async (name: string, body: object, language = 'en') => {
  const { version } = await get(name, language);
  const answer = await put(name, { version, ...body }, language);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.texts.find((text: { language: string }) => text.language === language);
};
const reset = async (name: string, language = 'en') => {
  const { version } = await get(name, language);
  return acme.admin.delete(at(`/${name}/${language}?version=${version}`));
};
const preview = async (name: string, body: object, language = 'en') => {
  const answer = await acme.admin.post(at(`/${name}/${language}/preview`), body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};

describe('who may enter', () => {
  it.each([
    ['GET', '', undefined],
    ['GET', '/ticketReply', undefined],
    ['PUT', '/ticketReply/en', { version: 0, subject: 'x', text: '{[Answer]}' }],
    ['DELETE', '/ticketReply/en?version=0', undefined],
    ['POST', '/ticketReply/en/preview', { subject: 'x', text: '{[Answer]}' }],
    ['POST', '/ticketReply/en/test', { subject: 'x', text: '{[Answer]}' }],
    ['PUT', '/ticketResolved/disablement', undefined],
  ])('%s %s: 401 without a sign-in, 403 without the right', async (method, path, body) => {
    expect((await server.console().send(method, at(path), body)).status).toBe(401);
    expect((await technician.send(method, at(path), body)).status).toBe(403);
  });

  it('an unknown mail or language is 400, and so is none or both of the forms', async () => {
    expect((await acme.admin.get(at('/nonsense'))).status).toBe(400);
    expect((await acme.admin.get(at('/__proto__'))).status).toBe(400);
    expect((await put('ticketReply', { version: 0, subject: 'x', text: 'x' }, 'xx')).status).toBe(
      400,
    );
    const none = await put('ticketReply', { version: 0, subject: 'x' });
    expect(none.body.errors).toMatchObject([{ code: 'templateOneForm' }]);
    const both = await put('ticketReply', { version: 0, subject: 'x', text: 'x', html: 'x' });
    expect(both.status).toBe(400);
  });
});

describe('a text of one’s own', () => {
  it('is used from then on in its language only, and by its company only', async () => {
    const list = (await acme.admin.get(at())).body.items;
    expect(list.every(({ ownLanguages }: { ownLanguages: string[] }) => ownLanguages.length === 0));
    const saved = await save('contactPasswordReset', {
      subject: 'Key for {[Contact Full Name]} of {[Customer Name]}',
      text: 'Dear {[Contact Last Name]},\n\n{[Link]}\n\nYours, {[Company Name]}',
    });
    expect(saved).toMatchObject({ isOwn: true, isRich: false, version: 1, updatedBy: /Ada Boss/ });
    const row = (await acme.admin.get(at())).body.items.find(
      ({ name }: { name: string }) => name === 'contactPasswordReset',
    );
    expect(row.ownLanguages).toEqual(['en']);
    expect(await get('contactPasswordReset', 'en', other)).toMatchObject({ isOwn: false });

    const jane = await acme.contact({ customerId, lastName: 'Doe', email: 'doe@globex.test' });
    await acme.portal().post('/portal/v1/password-resets', { username: jane.username });
    const mail = await waitForMail(server, ({ recipients }) => recipients.includes(jane.email));
    expect(mail.subject).toBe('Key for Cora Doe of Globex');
    expect(mail.text).toMatch(/^Dear Doe,\n\nhttp:\/\/\S+\/set-password\S+\n\nYours, Acme/);
    expect(mail.html).toContain('<p>Dear Doe,</p>');

    const pierre = await acme.contact({ customerId, email: 'pierre@globex.test' });
    expect((await pierre.patch('/portal/v1/me', { language: 'fr' })).status).toBe(200);
    await acme.portal().post('/portal/v1/password-resets', { username: pierre.username });
    const french = await waitForMail(server, ({ recipients }) => recipients.includes(pierre.email));
    expect(french.text).toContain('Bonjour Cora,');
  });

  it('may be rich: cleaned, filled, escaped, with a plain form of the same', async () => {
    await save('contactPasswordReset', {
      subject: 'Hello',
      html: `<h2>Hi {[Contact <b>First</b> Name]}</h2><script>alert(1)</script>
        <p onclick="x()">Go <a href="{[Link]}">here</a> or to<br>{[Portal Address]}</p>
        <p><a href="javascript:alert(1)">no</a><img src="https://evil.test/p.png"></p>`,
    });
    const evil = await acme.contact({
      customerId,
      firstName: '<img src=x onerror=alert(1)>',
      email: 'evil@globex.test',
    });
    await acme.portal().post('/portal/v1/password-resets', { username: evil.username });
    const mail = await waitForMail(server, ({ recipients }) => recipients.includes(evil.email));
    expect(mail.html).toContain('<h2>Hi &lt;img src=x onerror=alert(1)&gt;<b></b></h2>');
    expect(mail.html).not.toMatch(/<script|<img|javascript:|onclick|evil\.test/);
    expect(mail.html).toMatch(/<a href="http:\/\/[^"]+\/set-password[^"]+"[^>]*>here<\/a>/);
    expect(mail.html).toMatch(/<a href="(http:\/\/[^"]+)">\1<\/a>/);
    expect(mail.text).toContain('Hi <img src=x onerror=alert(1)>');
    expect(mail.text).toMatch(/Go here \[http:\S+\/set-password\S+\] or to\nhttp:/);
    expect(`${mail.html}${mail.text}`).not.toContain('{[');
    expect((await get('contactPasswordReset')).isRich).toBe(true);
  });

  it('goes back to the original, which can be undone', async () => {
    const own = await get('contactPasswordReset');
    const answer = await reset('contactPasswordReset');
    expect(answer.status).toBe(200);
    const after = await get('contactPasswordReset');
    expect(after).toMatchObject({ isOwn: false, version: own.version + 1 });
    expect(after.text).toBe(after.original.text);
    const again = await save('contactPasswordReset', { subject: own.subject, html: own.html });
    expect(again).toMatchObject({ isOwn: true, html: own.html });
  });

  it('that says what the original says is none', async () => {
    const { original } = await get('invitation', 'de');
    for (const form of [{ text: original.text }, { html: original.html }]) {
      await save('invitation', { subject: 'Anders', text: `${original.text} x` }, 'de');
      const saved = await save('invitation', { subject: original.subject, ...form }, 'de');
      expect(saved.isOwn, JSON.stringify(form)).toBe(false);
    }
  });

  it('409 for who has seen another one, with what it is now; of two at once one wins', async () => {
    const body = { subject: 'A', text: '{[Link]}' };
    const { version } = await get('passwordReset');
    const both = await Promise.all([
      put('passwordReset', { version, ...body }),
      put('passwordReset', { version, ...body, subject: 'B' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = await put('passwordReset', { version, ...body });
    expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(late.body.current.name).toBe('passwordReset');
    const gone = await acme.admin.delete(at(`/passwordReset/en?version=${version}`));
    expect(gone.status).toBe(409);
    // Reset and written anew meanwhile: the first version does not come back.
    await reset('passwordReset');
    expect((await put('passwordReset', { version: 1, ...body })).status).toBe(409);
  });

  it('is told in the audit log', async () => {
    const { items } = (await acme.admin.get('/api/v1/audit-entries?action=template.changed')).body;
    expect(items[0]).toMatchObject({ subjectKind: 'template', subjectName: expect.any(String) });
    const { items: resets } = (await acme.admin.get('/api/v1/audit-entries?action=template.reset'))
      .body;
    expect(resets.length).toBeGreaterThan(0);
  });
});

describe('what is refused', () => {
  const refusal = async (name: string, body: object) => {
    const answer = await put(name, { version: 0, subject: 'x', ...body });
    expect(answer.status, JSON.stringify(answer.body)).toBe(400);
    return answer.body.errors.map(({ field, code, message }: Record<string, string>) => [
      field,
      code,
      message,
    ]);
  };

  it('placeholders that are misspelt, with the one that was meant', async () => {
    expect(await refusal('ticketReply', { text: '{[Anser]}\n{[Answer]} {{Ticket Link}}' })).toEqual(
      [
        ['text', 'templateMeant', '{[Anser]} is no placeholder. Did you mean {[Answer]}?'],
        [
          'text',
          'templateMeant',
          '{{Ticket Link}} is no placeholder. Did you mean {[Ticket Link]}?',
        ],
      ],
    );
    expect(await refusal('ticketReply', { html: '<p>{[Answer]} {[Foo Bar]}</p>' })).toEqual([
      ['html', 'templateUnknown', '{[Foo Bar]} is no placeholder.'],
    ]);
  });

  it('those of other mails, secrets in a subject, what is missing, nothing at all', async () => {
    expect(await refusal('ticketReply', { text: '{[Answer]} {[Portal Password]}' })).toMatchObject([
      ['text', 'templateNotHere', expect.any(String)],
    ]);
    const link = { subject: '{[Link]} {[Contact First Name]}', text: '{[Link]}' };
    expect(await refusal('signInLink', link)).toMatchObject([
      ['subject', 'templateNotInSubject', expect.any(String)],
    ]);
    expect(await refusal('SendUsernameAndPassword', { text: 'Hi' })).toEqual([
      [
        'text',
        'templateMissing',
        'The e-mail is of no use without {[Portal Username]}, {[Portal Password]}.',
      ],
    ]);
    expect(await refusal('ticketClosed', { subject: ' ', html: '<p> </p>' })).toMatchObject([
      ['subject', 'required', expect.any(String)],
      ['html', 'required', expect.any(String)],
    ]);
  });

  it.each([
    { text: 'https://evil.test/?k={[Link]}' },
    { text: 'evil.test/{[Link]}' },
    { html: '<a href="https://evil.test/?k={[Link]}">x</a> {[Link]}' },
    { html: '<a href="{[Link]}&x=1">x</a> {[Link]}' },
    { html: '<a href="{[Portal Username]}">x</a> {[Link]}' },
  ])('a secret that would be carried elsewhere: %j', async (body) => {
    expect(await refusal('contactPasswordReset', body)).toMatchObject([
      [expect.any(String), 'templateInAddress', expect.any(String)],
    ]);
  });

  it('but not an address of ours with a page behind it, or an address to write to', async () => {
    await save('ticketClosed', {
      subject: 'x',
      html: '<p><a href="{[Portal Address]}/kb">x</a> <a href="mailto:{[Contact Email]}">y</a></p>',
    });
    await reset('ticketClosed');
  });
});

describe('the preview', () => {
  it('shows a real contact and ticket as the mail would', async () => {
    const cora = await acme.contact({ customerId, lastName: 'Real', email: 'real@globex.test' });
    const { number } = (
      await cora.post('/portal/v1/tickets', { subject: 'A <b>real</b> one', html: '<p>x</p>' })
    ).body;
    const shown = await preview('ticketReply', {
      subject: 'About {[Ticket Subject]}',
      html: '<p>{[Contact Full Name]}, {[Customer Name]}, {[Ticket Status]}</p><p>{[Answer]}</p><p>See: {[Ticket Link]}</p>',
      ticketNumber: number,
    });
    expect(shown.subject).toBe(`[#${number}] About A <b>real</b> one`);
    expect(shown.html).toContain('Cora Real, Globex, In progress');
    expect(shown.html).toContain('##- Please reply above this line -##');
    expect(shown.html).toContain(`/tickets/${number}">`);
    expect(shown.text).toMatch(/^##- Please reply above this line -##\n\nCora Real/);
    expect(shown.problems).toEqual([]);
    expect(
      (await preview('ticketClosed', { subject: 'x', text: 'Hi {[Contact First Name]}' })).text,
    ).toContain('Hi Jane');
  });

  it('never holds a password or a link that works', async () => {
    const { contactId } = await acme.contact({ customerId });
    const { original } = await get('SendUsernameAndPassword');
    const shown = await preview('SendUsernameAndPassword', {
      subject: original.subject,
      text: original.text,
      contactId,
    });
    expect(shown.text).toContain('Password : ••••');
    const reset = await get('contactPasswordReset');
    const linked = await preview('contactPasswordReset', { ...reset.original, html: undefined });
    expect(linked.text).toContain('/example\n');
  });

  it('says what is wrong instead of failing, and takes only what one may see', async () => {
    const shown = await preview('ticketReply', { subject: '', text: '{[Answr]}' });
    expect(shown.problems.map(({ code }: { code: string }) => code)).toEqual([
      'required',
      'templateMeant',
      'templateMissing',
    ]);
    const clerk = await acme.technicianWith(['settings.manage']);
    const { contactId } = await acme.contact({ customerId });
    const body = { subject: 'x', text: 'x' };
    const path = at('/ticketClosed/en/preview');
    expect((await clerk.post(path, { ...body, contactId })).status).toBe(403);
    expect((await clerk.post(path, { ...body, ticketNumber: 1 })).status).toBe(403);
    expect((await clerk.post(path, body)).status).toBe(200);
    const theirs = await other.contact({ customerId: null });
    const stranger = await acme.admin.post(path, { ...body, contactId: theirs.contactId });
    expect(stranger.status).toBe(404);
  });

  it('gives both forms of a text', async () => {
    const { forms } = await preview('ticketClosed', { subject: 'x', text: 'a\nb\n\n{[Link]} <c>' });
    expect(forms.html).toBe('<p>a<br />b</p><p>{[Link]} &lt;c&gt;</p>');
    const rich = await preview('ticketClosed', { subject: 'x', html: forms.html });
    expect(rich.forms.text).toBe('a\nb\n\n{[Link]} <c>');
  });
});

describe('a test', () => {
  it('goes to who asks for it and to nobody else, and no answer to it reaches a ticket', async () => {
    const cora = await acme.contact({ customerId, email: 'never@globex.test' });
    const answer = await acme.admin.post(at('/ticketResolved/de/test'), {
      subject: '{[Ticket Subject]}',
      text: 'Hallo {[Contact Email]}',
      contactId: cora.contactId,
    });
    expect(answer).toMatchObject({ status: 202, body: { to: acme.adminEmail } });
    const mail = await waitForMail(server, ({ subject }) => /^Test: /.test(subject ?? ''));
    expect(mail.recipients).toEqual([acme.adminEmail]);
    expect(mail.text).toContain('Hallo never@globex.test');
    expect(mail.subject).toBe('Test: [#1042] Drucker im zweiten Stock');
    const [row] = await server.rows(
      'select kind, ticket_id from outbound_messages where subject = $1',
      [mail.subject],
    );
    expect(row).toEqual({ kind: 'notice', ticket_id: null });
    const wrong = await acme.admin.post(at('/ticketResolved/de/test'), {
      subject: 'x',
      text: '{[x]}',
    });
    expect(wrong.status).toBe(400);
  });
});

describe('mails that a company may do without', () => {
  it('are switched off and on again; others are not', async () => {
    expect((await acme.admin.put(at('/ticketReopened/disablement'))).status).toBe(204);
    expect((await acme.admin.put(at('/ticketReopened/disablement'))).status).toBe(204);
    const { body } = await acme.admin.get(at('/ticketReopened'));
    expect(body).toMatchObject({ isOptional: true, isSwitchedOff: true });
    expect((await other.admin.get(at('/ticketReopened'))).body.isSwitchedOff).toBe(false);
    expect((await acme.admin.delete(at('/ticketReopened/disablement'))).status).toBe(204);
    const needed = await acme.admin.put(at('/ticketReply/disablement'));
    expect(needed).toMatchObject({ status: 409, body: { code: 'templateNotOptional' } });
  });
});
