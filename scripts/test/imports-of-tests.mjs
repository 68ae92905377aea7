import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from '../bootstrap/paths.mjs';

/** For each file of `e2e/`, the files of `e2e/` that it imports. The configuration belongs to all of them. */
export function importsOfTests() {
  const files = readdirSync(join(root, 'e2e'), { recursive: true })
    .map((file) => `e2e/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.config.ts'));
  return new Map(files.map((file) => [file, imported(file)]));
}

function imported(file) {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(/ from '(\.[^']+)'/g)]
    .map(([, path]) => `${posix.join(posix.dirname(file), path)}.ts`)
    .filter((path) => path.startsWith('e2e/'));
}
