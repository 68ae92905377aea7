import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../bootstrap/paths.mjs';

const runner = 'scripts/windows/run-tests.mjs';

/**
 * Bundles test files and their runner for Node 20, Vitest included: its own bundler has no version that runs under Wine.
 *
 * @param {string[]} files paths in the repository
 * @param {string} out folder that gets them
 * @returns {Promise<{ runner: string, bundles: Record<string, string> }>} paths of the runner and, by their test file, of the bundles
 */
export async function bundle(files, out) {
  rmSync(out, { recursive: true, force: true });
  const name = (file) => file.replace(/\.m?[jt]s$/, '').replaceAll('/', '.');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // All packages but keytar, whose binary is compiled for Windows.
    ssr: { noExternal: true, external: ['keytar', 'electron'] },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: out,
      sourcemap: true,
      rollupOptions: {
        input: Object.fromEntries([runner, ...files].map((file) => [name(file), join(root, file)])),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[hash].mjs' },
      },
    },
  });
  const path = (file) => join(out, `${name(file)}.mjs`);
  return { runner: path(runner), bundles: Object.fromEntries(files.map((file) => [file, path(file)])) };
}
