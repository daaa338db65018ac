/** What makes a set of catalogues complete; reading them and the code is check-catalogues.ts's part. */

/** Sentences of one namespace in one language by their dotted key. */
export type Sentences = Map<string, string>;

const PLURAL = /_(zero|one|two|few|many|other)$/;
/** All five languages count "one" and "other"; "many" is for millions in French, Italian and Spanish. */
const NEEDED_FORMS = ['one', 'other'];

export function flatten(catalogue: object, prefix = ''): Sentences {
  const sentences: Sentences = new Map();
  for (const [name, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') sentences.set(prefix + name, value);
    else for (const [key, text] of flatten(value, `${prefix}${name}.`)) sentences.set(key, text);
  }
  return sentences;
}

/** The key that code uses: `tickets_one` and `tickets_other` are both `tickets`. */
export function keyInCode(key: string, sentences: Sentences): string {
  const stem = key.replace(PLURAL, '');
  return sentences.has(`${stem}_other`) ? stem : key;
}

export function keysInCode(sentences: Sentences): Set<string> {
  return new Set([...sentences.keys()].map((key) => keyInCode(key, sentences)));
}

/** Problems of a translation, measured by the English original; one line each. */
export function compare(english: Sentences, translation: Sentences): string[] {
  const originals = group(english);
  const translations = group(translation);
  const problems: string[] = [];
  for (const [key, original] of originals) {
    const translated = translations.get(key);
    if (!translated) {
      problems.push(`${key} is missing`);
      continue;
    }
    if (isPlural(original) !== isPlural(translated)) {
      problems.push(`${key} has plural forms in one language only`);
    }
    const [wanted, found] = [placeholders(original), placeholders(translated)];
    if (wanted !== found)
      problems.push(
        `${key} has other placeholders: ${found || 'none'} instead of ${wanted || 'none'}`,
      );
    else problems.push(...unevenForms(key, original, translated));
  }
  for (const key of translations.keys()) {
    if (!originals.has(key)) problems.push(`${key} does not exist in English`);
  }
  return problems;
}

/** Problems that a catalogue has by itself. */
export function inspect(sentences: Sentences): string[] {
  const problems: string[] = [];
  for (const [key, text] of sentences) {
    if (text.trim() === '') problems.push(`${key} is empty`);
  }
  for (const [key, forms] of group(sentences)) {
    const missing = isPlural(forms) ? NEEDED_FORMS.filter((form) => !forms.has(form)) : [];
    if (missing.length > 0) problems.push(`${key} lacks the plural form ${missing.join(', ')}`);
  }
  return problems;
}

type Forms = Map<string, string>;

function group(sentences: Sentences): Map<string, Forms> {
  const groups = new Map<string, Forms>();
  for (const [key, text] of sentences) {
    const stem = keyInCode(key, sentences);
    const form = stem === key ? '' : key.slice(stem.length + 1);
    groups.set(stem, (groups.get(stem) ?? new Map()).set(form, text));
  }
  return groups;
}

const isPlural = (forms: Forms) => forms.has('other');

/** Plural forms that lack what every form of the original says. */
function unevenForms(key: string, original: Forms, translated: Forms): string[] {
  const ofForm = (text: string) => placeholders(new Map([['', text]])).split(' ');
  const always = [...original.values()]
    .map(ofForm)
    .reduce((shared, names) => shared.filter((name) => names.includes(name)));
  return [...translated].flatMap(([form, text]) => {
    const missing = always.filter((name) => name && !ofForm(text).includes(name));
    return missing.length > 0 ? [`${key}_${form} lacks ${missing.join(' ')}`] : [];
  });
}

/**
 * {{values}}, {[mail placeholders]} and <0>tags</0>, each once. The form for "one" may say the number in words, so
 * `count` does not matter.
 */
function placeholders(forms: Forms): string {
  const found = [...forms.values()].flatMap((text) =>
    [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}|(\{\[[^\]]+\]\})|<\/?([\w]+)\s*\/?>/g)].map(
      ([, value, mail, tag]) => (value ? `{{${value}}}` : (mail ?? `<${tag}>`)),
    ),
  );
  return [...new Set(found)]
    .filter((name) => name !== '{{count}}')
    .sort()
    .join(' ');
}
