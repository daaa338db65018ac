import { expect, it } from 'vitest';
import { guessLanguage } from './guess-language.ts';

const mail = (subject = '', headers: [string, string[]][] = []) => ({
  subject,
  headers: new Map(headers),
});

it.each([
  ['Hi, my printer does not work any more. Can you help me please? Thanks, Homer', 'en'],
  ['Guten Tag, mein Drucker geht nicht mehr. Können Sie mir bitte helfen? Danke und Grüsse', 'de'],
  ['Bonjour, mon imprimante ne fonctionne plus. Pouvez-vous m’aider ? Merci', 'fr'],
  ['Buongiorno, la stampante non funziona più. Potete aiutarmi per favore? Grazie', 'it'],
  ['Buenos días, la impresora ya no funciona. ¿Pueden ayudarme, por favor? Gracias', 'es'],
  // not one of ours, whatever comes closest
  ['Hallo, mijn printer werkt niet meer. Kunt u mij helpen alstublieft? Bedankt', null],
  ['Olá, a minha impressora não funciona. Podem ajudar-me por favor? Obrigado', null],
  ['Здравствуйте, мой принтер не работает, помогите пожалуйста', null],
  // too little, or no language at all
  ['Printer broken', null],
  ['0x80070005 192.168.1.10 https://example.com/a/very/long/path/of/english/words', null],
  ['', null],
])('%s -> %s', async (text, language) => {
  expect(await guessLanguage(mail(), text)).toBe(language);
});

it('believes what the mail says of itself', async () => {
  const said = mail('', [['content-language', ['it-CH, de']]]);
  expect(await guessLanguage(said, 'Hello, can you please help me with my printer?')).toBe('it');
  const unknown = mail('', [['content-language', ['nl']]]);
  expect(await guessLanguage(unknown, 'Hello, can you please help me with my printer?')).toBe('en');
});

it('reads the subject of a short mail, and not the signature', async () => {
  expect(await guessLanguage(mail('AW: Der Drucker im zweiten Stock druckt schief'), 'Danke')).toBe(
    'de',
  );
  const signed = `Guten Morgen, mein Bildschirm bleibt seit gestern schwarz, was kann ich tun?
-- \nThis message is confidential and intended for the addressee only. If you have received it by
mistake please let us know by return and delete it. Thank you very much for your understanding.`;
  expect(await guessLanguage(mail(), signed)).toBe('de');
});
