import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { licences } from './scripts/licences';

const root = import.meta.dirname;
/** What a package is made of is built apart, so that it and the build of development never replace each other. */
const build = process.env.RINGSIDE_BUILD ?? 'development';
const out = process.env.RINGSIDE_OUT ?? 'out';
const installed = (name: string) => resolve(root, 'node_modules', name);

/** Targets are those of Electron 33, the oldest Electron a development machine may run (docs/architecture.md). */
export default defineConfig({
  main: {
    plugins: [licences(['electron', 'keytar'].map(installed))],
    define: {
      __RINGSIDE_BUILD__: JSON.stringify(build),
      __RINGSIDE_FEED__: JSON.stringify(process.env.RINGSIDE_FEED_URL ?? ''),
      __RINGSIDE_UPDATE_KEY__: JSON.stringify(process.env.RINGSIDE_UPDATE_KEY ?? ''),
    },
    build: {
      target: 'node20.18',
      // A start reads all of it; a fault is told by its name, not by a line.
      minify: build !== 'development',
      outDir: `${out}/main`,
      externalizeDeps: { include: ['keytar'] },
      rollupOptions: {
        input: {
          index: resolve(root, 'main/index.ts'),
          // For npm scripts, on plain Node.
          ...(build === 'development' && {
            'demo-server': resolve(root, 'main/demo/standalone.ts'),
            'policy-templates': resolve(root, 'main/policy/standalone.ts'),
          }),
        },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: `${out}/preload`,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react(), licences()],
    build: {
      target: 'chrome130',
      outDir: resolve(root, out, 'renderer'),
      minify: true,
      modulePreload: false,
      rollupOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
});
