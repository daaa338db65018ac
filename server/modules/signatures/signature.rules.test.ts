import { describe, expect, it } from 'vitest';
import { cleanSignatureHtml } from '#platform/html/clean-html.ts';
import { dangersIn } from '#platform/html/dangers.fixture.ts';
import { XSS_PAYLOADS } from '#platform/html/xss-payloads.fixture.ts';
import { type SignatureValues, tidyPlaceholders } from './placeholders.rules.ts';
import { plainSignature, renderSignature } from './render-signature.rules.ts';
import { signatureText } from './signature-text.rules.ts';

const VALUES: SignatureValues = {
  'Technician First Name': 'Tom',
  'Technician Last Name': 'Weber',
  'Technician Full Name': 'Tom Weber',
  'Technician Email': 'tom@acme.test',
  'Technician Phone': '+49 30 1234',
  'Company Name': 'Acme & Söhne',
  'Portal Address': 'https://acme.desk.test',
};
const LOGO = { id: 5, widthPx: 1200, heightPx: 300 };

/** What happens between typing and sending, without the database. */
function render(written: string, values: Partial<SignatureValues> = {}) {
  const { html, unknown } = tidyPlaceholders(cleanSignatureHtml(written).html);
  return { ...renderSignature(html, { ...VALUES, ...values }, [LOGO]), unknown };
}
const bodyOf = (html: string) => html.replaceAll(' style="margin:0"', '');

describe('placeholders', () => {
  it('are filled from the technician and the company, escaped', () => {
    const { html, text } = render(
      '<p>{[Technician First Name]} {[Technician Last Name]}, {[Company Name]}</p>',
      { 'Technician Last Name': '<img src=x onerror=alert(1)>' },
    );
    expect(bodyOf(html)).toBe('<p>Tom &lt;img src=x onerror=alert(1)&gt;, Acme &amp; Söhne</p>');
    expect(text).toBe('Tom <img src=x onerror=alert(1)>, Acme & Söhne');
  });

  it('are expanded once, whatever a value contains', () => {
    const { html } = render('<p>{[Technician First Name]}{[Technician Last Name]}</p>', {
      'Technician First Name': '{[Technician ',
      'Technician Last Name': 'Email]} {[Company Name]}',
    });
    expect(bodyOf(html)).toBe('<p>{[TechnicianEmail]} {[Company Name]}</p>');
  });

  it.each([
    ['<p>{[Technician <b>First</b> Name]}!</p>', 'Tom!'],
    ['<p><b>{[Technician</b> First Name]}</p>', 'Tom'],
    ['<p>{[Technician&nbsp;First  Name]}</p>', 'Tom'],
    ['<p>{<i>[Company Name</i>]}</p>', 'Acme & Söhne'],
  ])('are found although an editor put markup into them: %s', (written, text) => {
    expect(render(written)).toMatchObject({ text, unknown: [] });
  });

  it.each([
    ['<p>{[Nonsense]}</p>', ['Nonsense']],
    ['<p>{[technician first name]}</p>', ['technician first name']],
    ['<p>{[Portal Password]} {[constructor]}</p>', ['Portal Password', 'constructor']],
    ['<p>{[Technician <b>Fist</b> Name]}</p>', ['Technician Fist Name']],
    ['<p>{[Company Name</p>', ['{[Company Name']],
    [
      '<p><a href="mailto:{[Mail]}">x</a><img src="signature-image:5" alt="{[Alt]}"></p>',
      ['Mail', 'Alt'],
    ],
  ])('that are on no list are named: %s', (written, unknown) => {
    expect(render(written).unknown).toEqual(unknown);
  });

  it('that are on no list never go out raw', () => {
    expect(render('<p>a{[Nonsense]}b<a href="mailto:{[X]}">c</a></p>').html).not.toContain('{[');
  });

  it('work in links', () => {
    const { html, text } = render(
      '<p><a href="mailto:{[Technician Email]}">{[Technician Email]}</a> <a href="tel:{[Technician Phone]}">{[Technician Phone]}</a> <a href="{[Portal Address]}/kb">Help</a> <a href="https://x.test/?a={[Company Name]}">y</a></p>',
    );
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'mailto:tom@acme.test',
      'tel:+49301234',
      'https://acme.desk.test/kb',
      'https://x.test/?a=Acme%20%26%20S%C3%B6hne',
    ]);
    expect(text).toBe(
      'tom@acme.test +49 30 1234 Help (https://acme.desk.test/kb) y (https://x.test/?a=Acme%20%26%20S%C3%B6hne)',
    );
  });

  it('make no dangerous link of any value', () => {
    const { html } = render('<p><a href="{[Portal Address]}">x</a>{[Portal Address]}</p>', {
      'Portal Address': 'javascript:alert(1)',
    });
    expect(html).not.toContain('href');
  });

  it('make the address of the portal a link where it is only written', () => {
    const link =
      '<a href="https://acme.desk.test" rel="noopener noreferrer nofollow" target="_blank">';
    expect(bodyOf(render('<p>Portal: {[Portal Address]}.</p>').html)).toBe(
      `<p>Portal: ${link}https://acme.desk.test</a>.</p>`,
    );
  });

  it.each([
    ['<p>Tom</p><p>Phone: {[Technician Phone]}</p><p>Mail</p>', 'Tom\nMail'],
    ['<p>Tom<br>{[Technician Phone]}<br>Mail</p>', 'Tom\nMail'],
    ['<p>Tom<br><b>Tel.:</b> {[Technician Phone]}</p>', 'Tom'],
    ['<ul><li>a</li><li>{[Technician Phone]}</li></ul>', '- a'],
    [
      '<table><tr><td>Phone:</td><td>{[Technician Phone]}</td></tr><tr><td>a</td><td>b</td></tr></table>',
      'a b',
    ],
    ['<table><tr><td>Tom</td><td>{[Technician Phone]}</td></tr></table>', 'Tom'],
    ['<p>Tom, {[Technician Phone]}</p>', 'Tom'],
    ['<p><a href="mailto:a@b.test">a@b.test</a> · {[Technician Phone]}</p>', 'a@b.test'],
    ['<p>{[Technician Phone]} | Tom</p>', 'Tom'],
    ['<p>Tom | {[Technician Phone]} | Acme</p>', 'Tom | Acme'],
    ['<p><a href="tel:{[Technician Phone]}">Call me</a></p>', 'Call me'],
  ])('without a value take their line along: %s', (written, text) => {
    expect(render(written, { 'Technician Phone': '' }).text).toBe(text);
  });
});

describe('what is sent', () => {
  it('has lines, not paragraphs, and keeps empty ones', () => {
    expect(render('<p>Tom</p><p></p><p style="text-align:center">Acme</p><p></p>').html).toBe(
      '<p style="margin:0">Tom</p><p style="margin:0"><br /></p><p style="margin:0;text-align:center">Acme</p>',
    );
  });

  it.each([
    ['', '600', '150'],
    [' width="120"', '120', '30'],
    [' width="120" height="999"', '120', '30'],
    [' width="nonsense"', '600', '150'],
    [' width="1"', '1', '1'],
  ])('tells the size of a picture in proportion (%s)', (given, width, height) => {
    const { html, imageIds } = render(`<img src="signature-image:5" alt="Logo"${given}>`);
    expect(html).toContain(`width="${width}"`);
    expect(html).toContain(`height="${height}"`);
    expect(imageIds).toEqual([5]);
  });

  it('keeps the table, borders and colours of a signature from a mail program', () => {
    const cell = 'border-right:2px solid #c00;padding:0 12px;vertical-align:top;background:#eee';
    const { html } = render(
      `<table cellpadding="0" border="0" width="400" style="border-collapse:collapse;position:fixed;mso-yfti:1184"><tbody><tr><td bgcolor="#eeeeee" valign="top" style="${cell};background-image:url(https://x.test/t.gif)"><font color="#990000" face="Arial">Tom</font></td></tr></tbody></table>`,
    );
    expect(html).toBe(
      `<table cellpadding="0" border="0" width="400" style="border-collapse:collapse"><tbody><tr><td bgcolor="#eeeeee" valign="top" style="${cell}"><font color="#990000" face="Arial">Tom</font></td></tr></tbody></table>`,
    );
  });

  it('tells colours in the way that every Outlook reads', () => {
    expect(bodyOf(render('<p><span style="color: rgb(31, 73, 125)">x</span></p>').html)).toBe(
      '<p><span style="color:#1f497d">x</span></p>',
    );
  });

  it('is the same when it is rendered twice', () => {
    const first = render('<p>Tom</p><p>x <img src="signature-image:5" width="80"></p>').html;
    expect(renderSignature(first, VALUES, [LOGO]).html).toBe(first);
  });
});

describe('the plain text', () => {
  it.each([
    ['<p>Tom</p><p>Support</p><p></p><p>Acme</p>', 'Tom\nSupport\n\nAcme'],
    ['<p><a href="https://www.acme.test/">acme.test</a></p>', 'acme.test'],
    ['<p><a href="https://www.acme.test/">www.acme.test</a></p>', 'www.acme.test'],
    ['<p><a href="https://acme.test/kb">Our help</a></p>', 'Our help (https://acme.test/kb)'],
    [
      '<p><a href="https://x.test"><img src="x" alt="LinkedIn"></a></p>',
      '[LinkedIn] (https://x.test)',
    ],
    ['<p><a href="https://x.test"><img src="x" alt=""></a></p>', 'https://x.test'],
    ['<p><img src="x" alt="Acme logo"> Tom</p>', '[Acme logo] Tom'],
    [
      '<table><tr><td>Tel</td><td><p>1234</p></td></tr><tr><td>Mail</td><td>a@b.test</td></tr></table>',
      'Tel 1234\nMail a@b.test',
    ],
    ['<table><tr><td><p>a</p><p>b</p></td><td><p>c</p><p>d</p></td></tr></table>', 'a\nb\nc\nd'],
    ['<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>', '- a\n- b\n 1. c'],
    ['<h2>Acme Support</h2><div>x</div>', 'Acme Support\nx'],
  ])('of %s', (html, text) => {
    expect(signatureText(html)).toBe(text);
  });

  it('names the writer although the signature is one silent picture', () => {
    expect(render('<p><img src="signature-image:5"></p>').text).toBe(
      'Tom Weber\nAcme & Söhne\n+49 30 1234',
    );
  });
});

it('without a signature is name, company and telephone, as far as there are any', () => {
  expect(plainSignature({ ...VALUES, 'Technician Phone': '' })).toEqual({
    html: '<p>Tom Weber<br>Acme &amp; Söhne</p>',
    text: 'Tom Weber\nAcme & Söhne',
  });
});

it.each(XSS_PAYLOADS)('nothing runs: %s', (payload) => {
  for (const written of [payload, `<table><td>${payload}`, `<p>{[Company Name]}${payload}</p>`]) {
    const clean = cleanSignatureHtml(written);
    const stored = cleanSignatureHtml(tidyPlaceholders(clean.html).html).html;
    const sent = render(written, { 'Company Name': payload }).html;
    for (const html of [clean.html, stored, sent]) expect(dangersIn(html)).toEqual([]);
  }
});

it('takes hostile markup in its stride', () => {
  const started = performance.now();
  for (const piece of [
    '<div>',
    '{[',
    '<b>{[</b>',
    '<table><tr><td>',
    '{[Company Name]}',
    '<a href="{[">',
  ])
    render(piece.repeat(60_000 / piece.length));
  expect(performance.now() - started).toBeLessThan(10_000);
});
