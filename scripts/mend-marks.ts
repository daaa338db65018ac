import { readFileSync, writeFileSync } from 'node:fs';
import type { Language } from '#shared/languages.ts';
import { isGiven, setMarks } from './typography.ts';

type Catalogue = { [name: string]: string | Catalogue };

/** Rewrites one catalogue with the marks of its language: `npm run check:catalogues -- --mend`. */
export function mendMarks(path: string, language: Language, namespace: string): void {
  const before = readFileSync(path, 'utf8');
  const mend = (node: Catalogue, prefix: string): Catalogue =>
    Object.fromEntries(
      Object.entries(node).map(([name, value]) => {
        if (typeof value !== 'string') return [name, mend(value, `${prefix}${name}.`)];
        const isKept = isGiven(language, `${namespace}:${prefix}${name}`);
        return [name, isKept ? value : setMarks(language, value)];
      }),
    );
  const after = `${JSON.stringify(mend(JSON.parse(before) as Catalogue, ''), null, 2)}\n`;
  if (after !== before) writeFileSync(path, after);
}
