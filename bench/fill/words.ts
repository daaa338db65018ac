/** Words that most tickets of a help desk have some of; the first are the most frequent. */
const EVERYDAY = `the is not on to and since we it my a with can please after this from has for
please when our no working computer again need user error problem help printer password email
outlook laptop account network access login server file drive teams screen office cannot open update
windows phone vpn internet slow meeting folder monitor message restart install software license
backup connection shared new employee calendar mailbox browser keyboard scanner invoice database
router firewall wifi certificate attachment document spreadsheet headset docking station battery
camera sharepoint onedrive excel word remote desktop session storage disk full update failed
permission denied group policy domain controller switch port cable signature spam phishing
Drucker Passwort Rechner Bildschirm Anmeldung funktioniert nicht seit heute Morgen Büro Störung
imprimante réseau ordinateur écran mot passe problème depuis matin bureau clé connexion
stampante rete schermo computer accesso ufficio errore impresora contraseña pantalla correo red
Müller José François Zürich Genève`.split(/\s+/);

const SYLLABLES = `ba be bo ca ce co da de do fa fe fi ga go ka ke la le li lo ma me mi mo na ne no
pa pe ra re ri ro sa se si so ta te ti to va ve vi vo za zo bran den fel gar hol ker lan mar nor
pel ran sel tor van wen`.split(/\s+/);

/**
 * About 20,000 words in the order of their frequency: the everyday ones, then a long tail of
 * made-up names of products, places and people. Always the same list.
 */
export function vocabulary(): string[] {
  const tail = new Set<string>();
  const random = seededRandom(7);
  const pick = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
  while (tail.size < 20_000) tail.add(pick() + pick() + pick() + (random() < 0.4 ? pick() : ''));
  return [...new Set(EVERYDAY), ...tail];
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Paragraph {
  id: number;
  text: string;
}

/**
 * Paragraphs of which the messages are made. Words are drawn as in any language (the n-th word
 * about 1/n as often as the first), so that a search meets rare words and common ones.
 */
export function paragraphs(count: number): Paragraph[] {
  const words = vocabulary();
  const random = seededRandom(11);
  const spread = Math.log(words.length);
  const word = () => words[Math.floor(Math.exp(random() * spread)) - 1] ?? 'the';
  return Array.from({ length: count }, (_, index) => {
    const length = 12 + Math.floor(random() * 26);
    const text = Array.from({ length }, word).join(' ');
    return { id: index + 1, text: `${text.charAt(0).toUpperCase()}${text.slice(1)}.` };
  });
}
