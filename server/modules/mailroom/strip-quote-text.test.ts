import { describe, expect, it } from 'vitest';
import { splitQuotedText } from './strip-quote-text.ts';

const HISTORY = '> Hello Jane,\n> we have restarted it.\n>\n> Regards\n> Support';

describe('an answer above its history', () => {
  it.each([
    ['On Tue, Nov 24, 2026 at 3:00 AM Acme Support <support@acme.test> wrote:'],
    ['On 24 Nov 2026, at 03:00, Acme Support <support@acme.test> wrote:'],
    ['On 24/11/2026 03:00, Acme Support wrote:'],
    ['On Tue, Nov 24, 2026 at 3:00 AM Acme Support <support@a-very-long-domain.test>\nwrote:'],
    ['Am 24.11.2026 um 03:00 schrieb Acme Support:'],
    ['Am Di., 24. Nov. 2026 um 03:00 Uhr schrieb Acme Support <support@acme.test>:'],
    ['Am 24.11.2026 03:00, schrieb Acme Support:'],
    ['Acme Support <support@acme.test> schrieb:'],
    ['Acme Support schrieb am 24.11.2026 03:00:'],
    ['Le mar. 24 nov. 2026 à 03:00, Acme Support <support@acme.test> a écrit :'],
    ['Le 24/11/2026 à 03:00, Acme Support a écrit\u00a0:'],
    ['Il giorno mar 24 nov 2026 alle ore 03:00 Acme Support <support@acme.test> ha\nscritto:'],
    ['Il 24/11/2026 03:00, Acme Support ha scritto:'],
    ['El mar, 24 nov 2026 a las 3:00, Acme Support (<support@acme.test>) escribió:'],
    ['El 24/11/26 a las 3:00, Acme Support escribió:'],
    ['2026-11-24 3:00 GMT+01:00 Acme Support <support@acme.test>:'],
  ])('%s', (attribution) => {
    const { fresh, quoted } = splitQuotedText(
      `It works now, thank you!\n\nJane\n\n${attribution}\n\n${HISTORY}\n`,
    );
    expect(fresh).toBe('It works now, thank you!\n\nJane');
    expect(quoted).toContain('we have restarted it');
    expect(quoted!.startsWith(attribution.split('\n')[0]!)).toBe(true);
  });
  it.each([
    '-----Original Message-----\nFrom: Support\nSent: Tuesday\nTo: Jane\nSubject: Re: x',
    '-----Ursprüngliche Nachricht-----\nVon: Support',
    '-------- Message d’origine --------\nDe : Support',
    '-----Messaggio originale-----\nDa: Support',
    '-----Mensaje original-----\nDe: Support',
    '________________________________\nFrom: Support <support@acme.test>\nSent: Tuesday, November 24, 2026 3:00 AM\nTo: Jane\nSubject: Re: Printer',
    'Von: Support <support@acme.test>\nGesendet: Dienstag, 24. November 2026 03:00\nAn: Jane\nBetreff: AW: Drucker',
    'De : Support <support@acme.test>\nEnvoyé : mardi 24 novembre 2026\nÀ : Jane\nObjet : RE: x',
    'Da: Support <support@acme.test>\nInviato: martedì 24 novembre 2026\nA: Jane\nOggetto: R: x',
    'De: Support <support@acme.test>\nEnviado el: martes, 24 de noviembre de 2026\nPara: Jane\nAsunto: RE: x',
    '*From:* Support <support@acme.test>\n*Sent:* Tuesday\n*To:* Jane\n*Subject:* x',
    '##- Please reply above this line -##',
    '> ##- Bitte oberhalb dieser Zeile antworten -##',
    'On Tuesday Support wrote:\n\n> ##- Please reply above this line -##',
  ])('Outlook and ours: %s', (separator) => {
    const { fresh, quoted } = splitQuotedText(
      `Thanks!\n\n${separator}\n\nHello Jane,\nwe have restarted it.`,
    );
    expect(fresh).toBe('Thanks!');
    expect(quoted).toContain('we have restarted it.');
    expect(quoted).toContain(separator.split('\n')[0]);
  });
  it('folds quoted lines at the end that nothing introduces', () => {
    expect(splitQuotedText(`Yes\n\n${HISTORY}`)).toEqual({ fresh: 'Yes', quoted: HISTORY });
  });
});

describe('an answer in another place', () => {
  it('below the quote', () => {
    const { fresh, quoted } = splitQuotedText(
      `On Tue, 24 Nov 2026, Support wrote:\n${HISTORY}\n\nIt works now.`,
    );
    expect(fresh).toBe('It works now.');
    expect(quoted).toContain('restarted');
  });
  it('between the quoted lines: all of it is new', () => {
    const text = 'On Tue, 24 Nov 2026, Support wrote:\n> Is it on?\nYes.\n> Is it red?\nNo.';
    expect(splitQuotedText(text)).toEqual({ fresh: text, quoted: null });
  });
  it('above and between: all of it is new', () => {
    const text =
      'See below.\n\nOn Tue, 24 Nov 2026, Support wrote:\n> Is it on?\nYes.\n> Is it red?\nNo.';
    expect(splitQuotedText(text)).toEqual({ fresh: text, quoted: null });
  });
  it('nowhere: an answer without a word keeps what it quotes', () => {
    const text = `On Tue, 24 Nov 2026, Support wrote:\n${HISTORY}`;
    expect(splitQuotedText(text)).toEqual({ fresh: text, quoted: null });
  });
});

describe('what is no history', () => {
  it.each([
    'Hello, my printer is on fire.',
    'On Monday I wrote: nothing at all, and then it stopped.',
    'From: the beginning it was broken.\nIt never worked.',
    'I said a > b\nand c > d',
    '',
  ])('%j', (text) => {
    expect(splitQuotedText(text)).toEqual({ fresh: text, quoted: null });
  });
  it('a forwarded message is what the mail is about', () => {
    const text =
      'Please look at this.\n\n---------- Forwarded message ---------\nFrom: Bob <bob@x.test>\nDate: Tue\nSubject: Help\nTo: Jane\n\nIt is broken.';
    expect(splitQuotedText(text)).toEqual({ fresh: text, quoted: null });
  });
});

it('is quick with text that is made to be slow', () => {
  const started = performance.now();
  for (const piece of [
    'On a ',
    'On x\n',
    '> \n',
    '-',
    '_',
    'From: a\n',
    'Le a ',
    ' schrieb ',
    '##- ',
    '\n',
    'wrote:',
    '>>>>',
  ]) {
    splitQuotedText(piece.repeat(40_000));
    splitQuotedText(`x ${piece.repeat(40_000)}:\n`);
  }
  expect(performance.now() - started).toBeLessThan(30_000);
});
