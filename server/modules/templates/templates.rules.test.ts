import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dangersIn } from '#platform/html/dangers.fixture.ts';
import { XSS_PAYLOADS } from '#platform/html/xss-payloads.fixture.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { TEMPLATE_NAMES, TEMPLATES, TENANT_PLACEHOLDERS } from '#shared/templates.ts';
import { markerOf, originalText } from './original-texts.ts';
import { isSameText, readTemplate, richFormOf } from './read-template.rules.ts';
import { expandRich } from './rich-template.rules.ts';
import type { PlaceholderValues } from './template-values.ts';
import { expandTemplate, oneLine, placeholdersIn } from './templates.rules.ts';

const catalogue = (language: string): Record<string, { subject: string; body: string }> =>
  JSON.parse(
    readFileSync(new URL(`../../../locales/${language}/mail.json`, import.meta.url), 'utf8'),
  );

const VALUES: Required<PlaceholderValues> = {
  'Contact First Name': 'Jane',
  'Contact Last Name': 'Doe',
  'Contact Full Name': 'Jane Doe',
  'Contact Email': 'jane@globex.test',
  'Customer Name': 'Globex',
  'Technician First Name': 'Tom',
  'Technician Last Name': 'Weber',
  'Technician Full Name': 'Tom Weber',
  'Inviter Full Name': 'Ada Admin',
  'Security Event': 'A passkey was added.',
  'Portal Domain': 'help.acme.test',
  'Domain Problem': 'The domain leads somewhere else.',
  'Old Username': 'tom@acme.test',
  'New Username': 'tom.weber@acme.test',
  'Company Name': 'Acme & Söhne',
  'Portal Address': 'http://acme.servicedesk.localhost:3000',
  'Portal Username': 'jane.doe',
  'Portal Password': 'aB3!<&"x',
  'Ticket Number': '42',
  'Ticket Subject': 'Printer on fire',
  'Ticket Status': 'Resolved',
  'Status Note': 'We believe that it is resolved.',
  'Ticket Link': 'http://acme.servicedesk.localhost:3000/tickets/42',
  'Ticket Count': '7',
  'Notice Title': 'New message',
  News: { html: '<p>Jane wrote</p>', text: 'Jane wrote' },
  Link: 'http://acme.servicedesk.localhost:3000/password/abc',
  Answer: { html: '<p>Turn it <b>off</b>.</p>', text: 'Turn it off.' },
  Signature: { html: '<p>Tom <b>Weber</b></p>', text: '-- \nTom Weber' },
};

const render = (body: string, values: PlaceholderValues = VALUES, subject = 'x') =>
  expandTemplate({ subject, body }, values, 'en');

const THREADED = TEMPLATE_NAMES.filter((name) => TEMPLATES[name].isThreaded);

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const texts = catalogue(language);

  it.each(TEMPLATE_NAMES)('%s uses what it is given, and all that it needs', (name) => {
    const { placeholders, required } = TEMPLATES[name];
    const text = texts[name];
    expect(text?.subject.trim()).toBeTruthy();
    const used = new Set(placeholdersIn(`${text?.subject}\n${text?.body}`));
    const known = new Set<string>([...placeholders, ...TENANT_PLACEHOLDERS]);
    expect([...used].filter((placeholder) => !known.has(placeholder))).toEqual([]);
    expect(required.filter((placeholder) => !used.has(placeholder))).toEqual([]);
  });

  it.each(TEMPLATE_NAMES)('%s leaves no placeholder and no double space', (name) => {
    const text = texts[name];
    if (!text) throw new Error(`${name} is missing`);
    const mail = expandTemplate(text, VALUES, language);
    for (const part of [mail.subject, mail.html, mail.text]) {
      expect(part).not.toMatch(/\{\[|\]\}|\{\{|\}\}/);
      expect(part).not.toMatch(/\S {2,}\S/);
    }
  });

  it.each(TEMPLATE_NAMES)('%s still reads well with every value empty', (name) => {
    const text = texts[name];
    if (!text) throw new Error(`${name} is missing`);
    const mail = expandTemplate(text, {}, language);
    expect(mail.text).not.toMatch(/\{\[| [,.]/);
    expect(mail.subject).not.toContain('{[');
  });

  it('marks where to answer as the mailroom expects it', () => {
    for (const name of THREADED) {
      expect(texts[name]?.body).toMatch(/^##-\s?[^#\n]{3,120}\s?-##\n\n/);
    }
  });

  it('puts the number where the mailroom finds it', () => {
    for (const name of THREADED) {
      expect(texts[name]?.subject).toContain('[#{[Ticket Number]}]');
    }
  });
});

describe.each(LANGUAGES)('the texts in %s, as a company may write them', (language) => {
  const forms = TEMPLATE_NAMES.flatMap((name) => {
    const text = originalText(name, language);
    return [
      [name, 'plain', { subject: text.subject, text: text.text }],
      [name, 'rich', { subject: text.subject, html: richFormOf(text) }],
    ] as const;
  });

  it.each(forms)('%s, %s, is as good as the original', (name, _form, written) => {
    const { text, problems } = readTemplate(name, written);
    expect(problems).toEqual([]);
    expect(isSameText(text, originalText(name, language))).toBe(true);
  });

  it.each(forms)(
    '%s, %s, leaves no placeholder, with values or without',
    (name, _form, written) => {
      const { text } = readTemplate(name, written);
      const marker = markerOf(name, language);
      const none = { 'Contact First Name': 'Jane', 'Technician First Name': 'Tom' };
      for (const values of [VALUES, none, {}]) {
        const mail =
          text.html === null
            ? expandTemplate({ subject: text.subject, body: text.text }, values, language)
            : expandRich({ subject: text.subject, html: text.html }, values, language, marker);
        for (const part of [mail.subject, mail.html, mail.text])
          expect(part).not.toMatch(/\{\[|\]\}|\{\{|\}\}|undefined|\ue000/);
      }
    },
  );

  it.each(TEMPLATE_NAMES)('%s says the same in rich text as in plain text', (name) => {
    const text = originalText(name, language);
    const { text: rich } = readTemplate(name, { subject: text.subject, html: richFormOf(text) });
    const a = expandTemplate({ subject: text.subject, body: text.text }, VALUES, language);
    const b = expandRich({ subject: text.subject, html: rich.html! }, VALUES, language, null);
    const words = (said: string) => said.replace(/\s+/g, ' ').trim();
    expect(words(b.text)).toBe(words(a.text));
    expect(b.subject).toBe(a.subject);
  });
});

describe('hostile HTML', () => {
  it.each(XSS_PAYLOADS)(
    '%s comes out harmless, in the text as it is kept and in the mail',
    (payload) => {
      const written = `<p>${payload}</p>${payload}<p>{[Answer]}</p>`;
      const { text } = readTemplate('ticketReply', { subject: payload, html: written });
      expect(dangersIn(text.html ?? '')).toEqual([]);
      const mail = expandRich({ subject: 'x', html: text.html ?? '' }, VALUES, 'en', null);
      expect(dangersIn(mail.html.slice(mail.html.indexOf('<div style')))).toEqual([]);
      const plain = expandTemplate({ subject: payload, body: payload }, VALUES, 'en');
      expect(dangersIn(plain.html.slice(plain.html.indexOf('<div style')))).toEqual([]);
    },
  );
});

describe('expandRich', () => {
  const rich = (html: string, values: PlaceholderValues = VALUES) =>
    expandRich({ subject: 'x', html }, values, 'en', null);

  it('never expands what a value contains, nor reads it as markup', () => {
    const mail = rich('<p>Hi {[Contact First Name]}</p>', {
      'Contact First Name': '{[Portal Password]}<b>\ue0000\ue001',
      'Portal Password': 'secret',
    });
    expect(mail.html).toContain('Hi {[Portal Password]}&lt;b&gt;0');
    expect(mail.html + mail.text).not.toContain('secret');
  });

  it('puts rich values in whole, alone or among words, in HTML that a browser keeps as it is', () => {
    expect(rich('<p>{[Answer]}</p>').html).toContain('\n<div><p>Turn it <b>off</b>.</p></div>\n');
    const among = rich('<p>We say: {[Answer]} Bye</p>');
    expect(among.html).toContain('<div>We say: <div><p>Turn it <b>off</b>.</p></div> Bye</div>');
    expect(among.text).toContain('We say: Turn it off. Bye');
  });

  it('takes what announces an empty value along, and links that lead nowhere', () => {
    const html =
      '<p>Follow it here:<br>{[Ticket Link]}</p><p><a href="{[Ticket Link]}">Open it</a></p><p>Phone: {[Customer Name]}</p><p>Bye</p>';
    const mail = rich(html, {});
    expect(mail.text).toBe('Bye');
    expect(mail.html).not.toMatch(/Follow|Open|Phone/);
    expect(rich(html).html).toContain(
      '<a href="http://acme.servicedesk.localhost:3000/tickets/42">Open it</a>',
    );
  });

  it('never makes a link of a value that is no web address', () => {
    const mail = rich('<p>{[Link]} <a href="{[Link]}">x</a></p>', { Link: 'javascript:alert(1)' });
    expect(mail.html).not.toContain('href');
    const breakout = rich('<p>{[Link]}</p>', { Link: 'http://x.test/"onmouseover="alert(1)' });
    expect(breakout.html).toContain('href="http://x.test/&quot;onmouseover=&quot;alert(1)"');
  });

  it('keeps the line to answer above on top of both forms', () => {
    const mail = expandRich({ subject: 'x', html: '<p>Hi</p>' }, VALUES, 'en', '##- Above -##');
    expect(mail.text).toBe('##- Above -##\n\nHi');
    expect(mail.html.indexOf('##- Above -##')).toBeLessThan(mail.html.indexOf('<p>Hi</p>'));
  });
});

describe("the portal document's welcome mail", () => {
  it('says word for word what the document says', () => {
    expect(catalogue('en').SendUsernameAndPassword?.body.split(/\n+/)).toEqual([
      'Hi {[Contact First Name]},',
      "You're just registered to my portal,",
      'Please login to my portal with the following credentials:',
      'Link : {[Portal Address]}',
      'User : {[Portal Username]}',
      'Password : {[Portal Password]}',
      'Best regards,',
      'Support Team.',
    ]);
  });

  it('carries the password unchanged in text and readable in HTML', () => {
    const text = catalogue('en').SendUsernameAndPassword;
    if (!text) throw new Error('missing');
    const mail = expandTemplate(text, VALUES, 'en');
    expect(mail.text).toContain('\nPassword : aB3!<&"x\n');
    expect(mail.html).toContain('Password : aB3!&lt;&amp;&quot;x');
  });
});

describe('expandTemplate', () => {
  it('never expands what a value contains', () => {
    const mail = render('Hi {[Contact First Name]},', {
      'Contact First Name': '{[Portal Password]}',
      'Portal Password': 'secret',
    });
    expect(mail.text).toBe('Hi {[Portal Password]},');
    expect(mail.html).not.toContain('secret');
  });

  it('does not put a placeholder together from two values', () => {
    const mail = render('{[Contact First Name]}{[Portal Username]}', {
      'Contact First Name': '{[Portal ',
      'Portal Username': 'Password]}',
      'Portal Password': 'secret',
    });
    expect(mail.text + mail.html).not.toContain('secret');
  });

  it.each(['{[Nonsense]}', '{[constructor]}', '{[__proto__]}', '{[toString]}'])(
    'makes nothing of %s, which is not on the list',
    (placeholder) => {
      expect(render(`a${placeholder}b`).text).toBe('ab');
    },
  );

  it('escapes text values in HTML and leaves them alone in plain text', () => {
    const name = '<script>alert(1)</script>"\'&';
    const mail = render('Hi {[Contact First Name]}', { 'Contact First Name': name });
    expect(mail.text).toBe(`Hi ${name}`);
    expect(mail.html).not.toContain('<script');
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
  });

  it('escapes the subject in the title of the HTML', () => {
    const mail = render('x', { 'Ticket Subject': '</title><script>' }, '{[Ticket Subject]}');
    expect(mail.subject).toBe('</title><script>');
    expect(mail.html).not.toContain('<script>');
  });

  it.each([
    ['a\r\nBcc: all@x.test', 'a Bcc: all@x.test'],
    ['a\nb', 'a b'],
    ['a\u2028b\u2029c', 'a b c'],
    ['a\u0000b\u0085c', 'a b c'],
    ['abc\u202edcba', 'abcdcba'],
  ])('keeps a subject of %j on one line', (value, shown) => {
    const mail = render('x', { 'Ticket Subject': value }, '[#1] {[Ticket Subject]}');
    expect(mail.subject).toBe(`[#1] ${shown}`);
  });

  it('lets no value forge another line of the text', () => {
    const mail = render('Hi {[Contact First Name]},', {
      'Contact First Name': 'Jane,\n\nPassword : evil',
    });
    expect(mail.text).toBe('Hi Jane, Password : evil,');
  });

  it('takes the space or comma before an empty value along', () => {
    const none = { 'Contact First Name': '' };
    expect(render('Hi {[Contact First Name]},', none).text).toBe('Hi,');
    expect(render('Hola, {[Contact First Name]}:', none).text).toBe('Hola:');
  });

  it('leaves out a line of nothing but empty values', () => {
    const body = '{[Inviter Full Name]}\n{[Company Name]}\n{[Portal Username]}\n\nEnd';
    const mail = render(body, { ...VALUES, 'Portal Username': ' ' });
    expect(mail.text).toBe('Ada Admin\nAcme & Söhne\n\nEnd');
    expect(mail.html).toContain('<p>Ada Admin<br>Acme &amp; Söhne</p>\n<p>End</p>');
  });

  it('leaves out with it the line that announces it', () => {
    const body = 'Thanks.\n\nFollow your request here:\n{[Ticket Link]}\n\nBye';
    const mail = render(body, { 'Ticket Link': '' });
    expect(mail.text).toBe('Thanks.\n\nBye');
    expect(mail.html).toContain('<p>Thanks.</p>\n<p>Bye</p>');
    expect(render(body).text).toContain('Follow your request here:\nhttp');
  });

  it('links web addresses only', () => {
    expect(render('{[Link]}').html).toContain(
      '<a href="http://acme.servicedesk.localhost:3000/password/abc">',
    );
    const mail = render('{[Link]}', { Link: 'javascript:alert(1)' });
    expect(mail.html).not.toContain('<a ');
    const breakout = render('{[Link]}', { Link: 'http://x.test/"onmouseover="alert(1)' });
    expect(breakout.html).not.toContain('"onmouseover');
  });

  it('puts rich text in as it is, and its words into the plain text', () => {
    const mail = render('Above\n\n{[Answer]}\n\nBelow');
    expect(mail.html).toContain('<div><p>Turn it <b>off</b>.</p></div>');
    expect(mail.text).toBe('Above\n\nTurn it off.\n\nBelow');
  });

  it('keeps an answer that is only a picture', () => {
    const mail = render('{[Answer]}', { Answer: { html: '<img src="cid:1">', text: '' } });
    expect(mail.html).toContain('<img src="cid:1">');
  });

  it('expands dollar signs and backslashes of a password literally', () => {
    const password = "$&$1$$`'\\n";
    const mail = render('{[Portal Password]}', { 'Portal Password': password });
    expect(mail.text).toBe(password);
  });

  it('is fast on a hostile template', () => {
    const started = performance.now();
    render('{['.repeat(50_000) + ']}'.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('oneLine', () => {
  it.each([
    ['  a  ', 'a'],
    ['a\tb', 'a b'],
    ['Zoë 李 🙂', 'Zoë 李 🙂'],
  ])('%j -> %j', (value, shown) => {
    expect(oneLine(value)).toBe(shown);
  });
});
