import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dotOf, draw, importGraph, nodeOf, pictureFile } from './architecture-picture.mjs';
import { root } from './bootstrap/paths.mjs';

describe('the picture of the architecture', () => {
  it('is up to date: npm run architecture:write', async () => {
    expect(readFileSync(join(root, pictureFile), 'utf8')).toBe(await draw());
  });

  it('shows a folder as one node, and the files at the top by their purpose', () => {
    expect(nodeOf('main/api/http.ts')).toBe('main/api');
    expect(nodeOf('main/api/lookups/balances')).toBe('main/api');
    expect(nodeOf('main/app')).toBe('main/');
    expect(nodeOf('main/app/services')).toBe('main/');
    expect(nodeOf('main/lazy-builtins.ts')).toBe('main/shared');
    expect(nodeOf('renderer/format/date')).toBe('renderer/shared');
  });

  it('has an arrow where one folder imports another', () => {
    const dot = dotOf({ nodes: new Set(['main/a', 'main/b']), imports: new Set(['main/a main/b']) });
    expect(dot).toContain('"main/a" -> "main/b"');
  });
});

describe('the import graph', () => {
  const { imports } = importGraph();

  it('contains no two folders that import each other', () => {
    const mutual = [...imports].filter((key) => imports.has(key.split(' ').reverse().join(' ')));
    expect(mutual).toEqual([]);
  });

  it('contains no import of main by the renderer or the preload script', () => {
    expect([...imports].filter((key) => /^(renderer|preload)\S* main/.test(key))).toEqual([]);
  });
});
