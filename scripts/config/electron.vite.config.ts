import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { licences } from './licences';

const root = resolve(import.meta.dirname, '../..');
/**
 * Build type. A package is built into its own folder, so that it and the development build never overwrite each
 * other.
 */
const build = process.env.RINGSIDE_BUILD ?? 'development';
const out = process.env.RINGSIDE_OUT ?? 'out';
/** One character above U+00FF makes V8 keep the whole text of a script with two bytes per character. */
const charset = 'ascii';
const installed = (name: string) => resolve(root, 'node_modules', name);

/** Targets of Electron 33, the oldest version that a development machine may use (docs/architecture.md). */
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
      // Smaller code loads faster at start-up; errors are identified by name and not by line.
      minify: build !== 'development',
      outDir: `${out}/main`,
      externalizeDeps: { include: ['keytar'] },
      rollupOptions: {
        input: {
          index: resolve(root, 'main/index.ts'),
          'keychain-worker': resolve(root, 'main/connection/keychain-worker.ts'),
          'slice-worker': resolve(root, 'main/phone-index/slice-worker.ts'),
          // Entry points of npm scripts, on plain Node.
          ...(build === 'development' && {
            'demo-server': resolve(root, 'main/demo/standalone.ts'),
            'policy-templates': resolve(root, 'main/policy/standalone.ts'),
          }),
        },
        output: { format: 'cjs', entryFileNames: '[name].js', charset },
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
    resolve: {
      alias: [
        { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
        { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
        { find: /^react(-dom)?$/, replacement: resolve(root, 'renderer/react.ts') },
      ],
    },
    build: {
      target: 'chrome130',
      outDir: resolve(root, out, 'renderer'),
      minify: true,
      modulePreload: false,
      rollupOptions: { input: resolve(root, 'renderer/index.html'), output: { charset } },
    },
  },
});
