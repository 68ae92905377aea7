import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

/** Targets are those of Electron 33, the oldest Electron a development machine may run (docs/architecture.md). */
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      externalizeDeps: { include: ['keytar'] },
      rollupOptions: {
        input: {
          index: resolve(root, 'main/index.ts'),
          'demo-server': resolve(root, 'main/demo/standalone.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: resolve(root, 'out/renderer'),
      minify: true,
      modulePreload: false,
      rollupOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
});
