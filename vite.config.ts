import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import variables from 'postcss-simple-vars';
import { defineConfig, type Plugin } from 'vite';
import { staticTheme } from './vite.static-theme.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What every page of both apps stands on, in two files instead of some dozens. The reader of markup in
 * sentences (Trans) is for the few pages that have some.
 */
const FRAMEWORK =
  /node_modules\/(?:react|react-dom|scheduler|use-sync-external-store|i18next|react-i18next(?!.*\/Trans)|@tanstack|openapi-fetch)\//;
const FOUNDATION =
  /node_modules\/@mantine\/core\/esm\/(?:core|components\/(?:Button|ActionIcon|Loader|Group|Stack|Text|Title|UnstyledButton|Input|InputBase|TextInput|Paper|Transition|CloseButton|Anchor|Avatar|Center|EmptyState|Skeleton)\/)/;

/** Mantine's own, by the names that its documentation uses in style sheets. */
const breakpoints = {
  'mantine-breakpoint-xs': '36em',
  'mantine-breakpoint-sm': '48em',
  'mantine-breakpoint-md': '62em',
  'mantine-breakpoint-lg': '75em',
  'mantine-breakpoint-xl': '88em',
};

/**
 * Two pages, one build: dist/web/console/index.html, dist/web/portal/index.html and what both
 * load under dist/web/assets (names carry a hash, so they may be cached for ever).
 */
export default defineConfig({
  root: here('./web'),
  publicDir: false,
  plugins: [react(), staticTheme(), compressedBesides(here('./dist/web/assets/'))],
  css: { postcss: { plugins: [mantine(), variables({ variables: breakpoints })] } },
  build: {
    outDir: here('./dist/web'),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2023',
    // Inlined files would need data: in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        console: here('./web/console/index.html'),
        portal: here('./web/portal/index.html'),
      },
      output: {
        codeSplitting: {
          groups: [
            { name: 'framework', test: FRAMEWORK },
            { name: 'foundation', test: FOUNDATION },
          ],
        },
      },
    },
  },
});

/** Compresses once at build time what the server would otherwise compress for every reader. */
function compressedBesides(folder: string): Plugin {
  return {
    name: 'compressed-besides',
    apply: 'build',
    async closeBundle() {
      const names = (await readdir(folder)).filter((name) => /\.(?:js|css|svg)$/.test(name));
      await Promise.all(
        names.map(async (name) => {
          const content = await readFile(folder + name);
          await Promise.all([
            promisify(gzip)(content).then((small) => writeFile(`${folder}${name}.gz`, small)),
            promisify(brotliCompress)(content).then((small) =>
              writeFile(`${folder}${name}.br`, small),
            ),
          ]);
        }),
      );
    },
  };
}
