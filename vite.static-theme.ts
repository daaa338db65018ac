import { createHash } from 'node:crypto';
import {
  DEFAULT_THEME,
  deepMerge,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import type { Plugin } from 'vite';
import { cssVariables, portalTheme } from './web/ui/theme.ts';

/**
 * The portal's colours and sizes as a file. Mantine writes them into the page when the app runs; pages
 * that the server writes need them before that, and without it. As soon as Mantine has named its colour
 * scheme, none of this applies any more.
 */
export function staticTheme(): Plugin {
  const theme = asset('theme', 'css', themeCss());
  const appearance = asset('appearance', 'js', APPEARANCE);
  return {
    name: 'static-theme',
    apply: 'build',
    generateBundle() {
      for (const { fileName, source } of [theme, appearance])
        this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { filename }) {
        if (!/[\\/]portal[\\/]/.test(filename)) return;
        return [
          { tag: 'script', attrs: { src: `/${appearance.fileName}` }, injectTo: 'head' },
          {
            tag: 'link',
            attrs: { rel: 'stylesheet', href: `/${theme.fileName}` },
            injectTo: 'head',
          },
        ];
      },
    },
  };
}

function asset(name: string, extension: string, source: string) {
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  return { fileName: `assets/${name}-${hash}.${extension}`, source };
}

/**
 * Whoever chose light or dark gets it from the first moment, not the one that the device prefers. The
 * key is that of the app (web/ui/app-frame.tsx).
 */
const APPEARANCE = `try {
  const chosen = localStorage.getItem('portico.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.appearance = chosen;
} catch {}
`;

function themeCss(): string {
  const theme = mergeMantineTheme(DEFAULT_THEME, portalTheme);
  const values = deepMerge(defaultCssVariablesResolver(theme), cssVariables(theme));
  const own = Object.keys(portalTheme.colors ?? {});
  const foreign = Object.keys(theme.colors).filter((name) => !own.includes(name));
  const isForeign = new RegExp(`^--mantine-color-(?:${foreign.join('|')})-`);
  const write = (variables: Record<string, string>) =>
    Object.entries(variables)
      .filter(([name]) => !isForeign.test(name))
      .map(([name, value]) => `${name}:${value};`)
      .join('');
  const root = ':root:not([data-mantine-color-scheme])';
  const dark = `color-scheme:dark;${write(values.dark)}`;
  return `${root}{color-scheme:light;${write(values.variables)}${write(values.light)}}
@media (prefers-color-scheme: dark){${root}:not([data-appearance="light"]){${dark}}}
${root}[data-appearance="dark"]{${dark}}
`;
}
