import { describe, expect, it } from 'vitest';
import { textFromHtml } from '#platform/html/text-html.ts';
import { splitQuotedHtml } from './strip-quote-html.ts';

const OURS =
  '<table><tr><td>##- Please reply above this line -##</td></tr><tr><td>Hello Jane,<br>we have restarted it.</td></tr></table>';

describe('an answer above its history', () => {
  it.each([
    [
      'Gmail',
      `<div dir="ltr">It works!<div>Jane</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, Nov 24, 2026 Support &lt;<a href="mailto:s@a.test">s@a.test</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0">${OURS}</blockquote></div>`,
    ],
    [
      'Gmail, German',
      `<div dir="auto">It works!</div><br><div class="gmail_quote"><div dir="ltr">Am Di., 24. Nov. 2026 schrieb Support:<br></div><blockquote class="gmail_quote">${OURS}</blockquote></div>`,
    ],
    [
      'Outlook desktop',
      `<html xmlns:o="x"><head><style>p{}</style></head><body><div class="WordSection1"><p class="MsoNormal">It works!<o:p></o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Von:</b> Support &lt;s@a.test&gt;<br><b>Gesendet:</b> Dienstag<br><b>An:</b> Jane<br><b>Betreff:</b> AW: x<o:p></o:p></p></div></div><p>Hello Jane, we have restarted it.</p></div></body></html>`,
    ],
    [
      'Outlook on the web',
      `<div>It works!</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Support<br><b>Sent:</b> Tuesday</div><div>we have restarted it.</div>`,
    ],
    [
      'Outlook on the web, no append',
      `<div>It works!</div><hr tabindex="-1"><div id="x_divRplyFwdMsg"><b>From:</b> Support</div><div>we have restarted it.</div>`,
    ],
    [
      'Outlook for the phone',
      `<div>It works!</div><div id="ms-outlook-mobile-signature">Get Outlook for iOS</div><div id="mail-editor-reference-message-container"><hr><div>From: Support</div><div>we have restarted it.</div></div>`,
    ],
    [
      'Apple Mail',
      `<html><body>It works!<br><div><br><blockquote type="cite"><div>On 24. Nov 2026, at 03:00, Support &lt;s@a.test&gt; wrote:</div><br><div>${OURS}</div></blockquote></div></body></html>`,
    ],
    [
      'Apple Mail on the phone',
      `<div dir="ltr">It works!</div><div dir="ltr"><br><blockquote type="cite">Am 24.11.2026 um 03:00 schrieb Support:<br><br></blockquote></div><blockquote type="cite"><div>${OURS}</div></blockquote>`,
    ],
    [
      'Thunderbird',
      `<p>It works!</p><div class="moz-cite-prefix">Am 24.11.26 um 03:00 schrieb Support:<br></div><blockquote type="cite" cite="mid:x">${OURS}</blockquote>`,
    ],
    [
      'Yahoo',
      `<div class="yahoo-style-wrap">It works!</div><div id="yahoo_quoted_123" class="yahoo_quoted"><div>Le mardi 24 novembre 2026, Support a écrit :</div><div>${OURS}</div></div>`,
    ],
    [
      'Proton',
      `<div>It works!</div><div class="protonmail_quote">On Tuesday, Support wrote:<br><blockquote class="protonmail_quote" type="cite">${OURS}</blockquote></div>`,
    ],
    [
      'a program nobody knows, our marker',
      `<p>It works!</p><p>On 24 Nov 2026 Support wrote:</p><div>${OURS}</div>`,
    ],
    [
      'a program nobody knows, French',
      `<p>It works!</p><p>Le mar. 24 nov. 2026 à 03:00, <b>Support</b> &lt;<a href="x">s@a.test</a>&gt; a écrit :</p><blockquote>we have restarted it.</blockquote>`,
    ],
    [
      'original message',
      `<p>It works!</p><p>-----Ursprüngliche Nachricht-----<br>Von: Support</p><p>we have restarted it.</p>`,
    ],
    [
      'Italian',
      `<div>It works!</div><div>Il giorno mar 24 nov 2026 Support ha scritto:<br></div><blockquote>we have restarted it.</blockquote>`,
    ],
  ])('%s', (_, html) => {
    const { fresh, quoted } = splitQuotedHtml(html);
    expect(textFromHtml(fresh)).toMatch(/^It works!(?:\s*Jane|\s*Get Outlook.*)?$/);
    expect(quoted).not.toBeNull();
    expect(textFromHtml(quoted!)).toMatch(/restarted it/);
  });
});

describe('what must not be hidden', () => {
  it.each([
    ['no history', '<p>Hello</p><blockquote>A quote of my own</blockquote><p>bye</p>'],
    [
      'nothing but the history',
      `<div class="gmail_quote">On Tuesday Support wrote:<blockquote>${OURS}</blockquote></div>`,
    ],
    [
      'a forwarded mail',
      '<div>See this</div><div class="gmail_quote"><div>---------- Forwarded message ---------<br>From: Bob<br>Subject: x</div>It is broken</div>',
    ],
    [
      'answers between the quotes',
      '<blockquote type="cite">Is it on?</blockquote><p>Yes</p><blockquote type="cite">Is it red?</blockquote><p>No</p>',
    ],
    ['a sentence that begins like one', '<p>On Monday I wrote:</p>'],
    ['nothing', ''],
  ])('%s', (_, html) => {
    expect(splitQuotedHtml(html)).toEqual({ fresh: html, quoted: null });
  });
  it('an answer below the quote', () => {
    const { fresh, quoted } = splitQuotedHtml(
      '<div class="moz-cite-prefix">On 24 Nov 2026 Support wrote:</div><blockquote type="cite">old words</blockquote><p>new words</p>',
    );
    expect(textFromHtml(fresh)).toBe('new words');
    expect(quoted).toContain('old words');
    expect(quoted).toContain('wrote:');
  });
  it('an answer that is a picture', () => {
    const { fresh, quoted } = splitQuotedHtml(
      '<div><img src="cid:x"></div><div class="gmail_quote">old words</div>',
    );
    expect(fresh).toContain('cid:x');
    expect(quoted).toContain('old words');
  });
});

it('leaves markup alone that is made to hurt', () => {
  const started = performance.now();
  for (const html of [
    '<div>'.repeat(60_000),
    '<blockquote type=cite>'.repeat(300),
    '<div class=gmail_quote>x'.repeat(200),
    '<p>On a'.repeat(2000),
    '<b>On x wrote:</b>'.repeat(70_000),
    `<div>${'<b>On x</b>'.repeat(100_000)}</div>`,
    '<blockquote type=cite></blockquote>'.repeat(40_000),
    `<p>x</p><div class="gmail_quote">y</div>${'<br>'.repeat(300_000)}`,
    `<p>x</p><div id="divRplyFwdMsg">y</div>${'<br>'.repeat(300_000)}`,
    '<p>-----Original Message-----</p>'.repeat(40_000),
    ' '.repeat(1_000_000),
    '<b>On x wrote:</b>'.repeat(2000),
  ]) {
    expect(() => splitQuotedHtml(html)).not.toThrow();
  }
  expect(performance.now() - started).toBeLessThan(15_000);
});
