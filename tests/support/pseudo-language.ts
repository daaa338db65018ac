import type { APIResponse, BrowserContext, Route } from 'playwright-core';

/** How much longer than English the pages must be able to bear: German and Italian labels often are. */
const STRETCH = 1.4;
const ACCENTS = new Map(
  [...'aeiouyAEIOUYcnszCNSZ'].map((plain, at) => [plain, [...'áéíóúýÁÉÍÓÚÝçñšžÇÑŠŽ'][at]!]),
);
/** Placeholders, tags and addresses stay as they are. */
const KEPT = /(\{\{.*?\}\}|\{\[.*?\]\}|<[^>]*>|https?:\S+)/;

/**
 * A text as a longer language would have it: ⟦Náámé⟧. Words grow instead of getting neighbours, so that they break as
 * badly as a German one. What stands on a page without brackets comes from no catalogue, or is cut off at its end.
 */
export function stretch(text: string): string {
  const parts = text.split(KEPT).map((part, at) => (at % 2 === 0 ? stretchWords(part) : part));
  return `⟦${parts.join('')}⟧`;
}

function stretchWords(text: string): string {
  let missing = Math.ceil([...text].length * (STRETCH - 1));
  return [...text]
    .map((letter) => {
      const accented = ACCENTS.get(letter) ?? letter;
      if (!/[aeiou]/i.test(letter)) return accented;
      const more = Math.min(missing, 2);
      missing -= more;
      return accented + accented.toLowerCase().repeat(more);
    })
    .join('');
}

type Catalogue = { [name: string]: string | Catalogue };

export function stretchAll(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).map(([name, value]) => [
      name,
      typeof value === 'string' ? stretch(value) : stretchAll(value),
    ]),
  );
}

/** What Vite makes of a catalogue: a script with nothing but one object. */
const CATALOGUE = /^(?:var|let|const) (\w+)=\{.*\};export\{\1 as default\};?\s*$/s;

/**
 * Lets the pages of a real build speak the pseudo-language, by rewriting the catalogues on their way to the browser: no
 * page and no server has to know of it.
 */
export async function speakPseudoLanguage(context: BrowserContext): Promise<void> {
  await context.route('**/assets/*.js', async (route) => {
    const response = await fetchByAddress(route);
    const script = await response.text();
    if (!CATALOGUE.test(script)) return route.fulfill({ response, body: script });
    const { default: catalogue } = (await import(
      `data:text/javascript,${encodeURIComponent(script)}`
    )) as { default: Catalogue };
    await route.fulfill({
      status: 200,
      contentType: 'text/javascript',
      body: `export default ${JSON.stringify(stretchAll(catalogue))}`,
    });
  });
}

/** A browser knows that *.localhost is this machine; Node asks the name server, which does not. */
function fetchByAddress(route: Route): Promise<APIResponse> {
  const url = new URL(route.request().url());
  if (!url.hostname.endsWith('.localhost')) return route.fetch();
  const headers = { ...route.request().headers(), host: url.host };
  url.hostname = '127.0.0.1';
  return route.fetch({ url: url.href, headers });
}
