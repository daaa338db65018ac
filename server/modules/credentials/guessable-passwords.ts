import type { PasswordOwner } from './password-policy.ts';

/**
 * The words under the passwords of published leaks, as they look when the decoration that rules
 * like ours provoke ("P@ssw0rd2024!") is taken off. A list of whole passwords would miss every
 * variation and hold next to none with twelve characters.
 */
const WORDS = new Set(
  `password passwort passwd passord motdepasse contrasena contraseña parola kennwort geheim secret
  welcome willkommen bienvenue benvenuto bienvenido hello hallo bonjour ciao hola letmein login
  access admin administrator administrateur root user default guest temp temporary test testing
  changeme change please master superman batman dragon monkey shadow sunshine princess football
  fussball baseball basketball soccer hockey iloveyou loveyou love freedom whatever trustno michael
  jordan michelle jessica charlie thomas daniel andrew computer internet server network service
  support helpdesk servicedesk desk portal portico company office microsoft windows google apple
  samsung android iphone facebook amazon qwerty qwertz azerty qwertyuiop qwertzuiop azertyuiop asdf
  asdfgh asdfghjkl zxcvbn zxcvbnm yxcvbnm qazwsx qazwsxedc qweasd qweasdzxc abc abcd abcdef abcdefg
  abcdefgh abcdefghij abcdefghijkl aqwzsx spring summer autumn fall winter frühling sommer herbst
  printemps automne hiver été primavera estate autunno inverno verano otoño invierno january february
  march april may june july august september october november december januar februar märz mai juni
  juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre
  décembre gennaio febbraio marzo aprile maggio giugno luglio settembre ottobre dicembre enero febrero
  abril mayo junio julio agosto septiembre octubre noviembre diciembre monday tuesday wednesday
  thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag my the
  your our is and i me new old super mega pass word key safe secure security sicherheit`
    .split(/\s+/)
    .map(plain),
);
const LONGEST_WORD = Math.max(...[...WORDS].map((word) => word.length));

const LOOKALIKES: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '€': 'e',
  '1': 'i',
  '!': 'i',
  '|': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
  '+': 't',
};

const DISTINCT_MIN = 6;

/** Made of nothing but words that everybody tries, in whatever decoration, or of few characters. */
export function isGuessable(password: string): boolean {
  if (new Set(password.toLowerCase()).size < DISTINCT_MIN) return true;
  return spellings(password).some(isMadeOfWords);
}

/** Contains a name or address of the person that has at least four letters. */
export function isPersonal(password: string, owner: PasswordOwner): boolean {
  const shown = plain(password);
  const read = plain(withoutLookalikes(password));
  const [local = ''] = (owner.email ?? '').split('@');
  return [owner.firstName, owner.lastName, local, owner.username, owner.companyName]
    .flatMap((name) => [name ?? '', ...(name ?? '').split(/[\s._+-]+/)])
    .map(plain)
    .some((name) => name.length >= 4 && (shown.includes(name) || read.includes(name)));
}

/** With digits and symbols taken for the letters they resemble, inside only, or just left out. */
function spellings(password: string): string[] {
  const core = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [plain(withoutLookalikes(password)), plain(withoutLookalikes(core)), plain(password)];
}

const withoutLookalikes = (text: string) =>
  text.replace(/[@43€1!|0$57+]/g, (sign) => LOOKALIKES[sign] ?? sign);

/** Letters only, lower case, without accents. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

/** Whether the text can be cut into listed words without a rest. */
function isMadeOfWords(text: string): boolean {
  if (text === '') return true;
  const reachable = new Set([0]);
  for (let end = 1; end <= text.length; end++) {
    for (let length = 1; length <= Math.min(end, LONGEST_WORD); length++) {
      if (!reachable.has(end - length)) continue;
      if (!WORDS.has(text.slice(end - length, end))) continue;
      reachable.add(end);
      break;
    }
  }
  return reachable.has(text.length);
}
