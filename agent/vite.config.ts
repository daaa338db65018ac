import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(here('./package.json'), 'utf8'));

/**
 * One file of plain JavaScript with everything in it: a machine needs Node and nothing else, and the
 * agent can be put where the operating system starts it from by copying one file.
 */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  define: { __AGENT_VERSION__: JSON.stringify(version) },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: here('./src/main.ts'),
    outDir: here('../dist/agent'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      external: [...builtinModules, /^node:/],
      output: { entryFileNames: 'portico-agent.mjs', codeSplitting: false },
    },
  },
});
