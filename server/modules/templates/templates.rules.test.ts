import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#shared/languages.ts';
import { TEMPLATE_NAMES, TEMPLATES, TENANT_PLACEHOLDERS } from '#shared/templates.ts';
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
