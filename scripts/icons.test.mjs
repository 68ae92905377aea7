import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './bootstrap/paths.mjs';
import { iconFiles } from './icons.mjs';

const kept = (name) => readFileSync(join(root, 'build', name));

it('the icons match the drawings: npm run icons', async () => {
  for (const [name, bytes] of Object.entries(await iconFiles())) {
    expect(Buffer.compare(kept(name), Buffer.from(bytes)), name).toBe(0);
  }
});

it('the folder stays small', () => {
  const files = readdirSync(join(root, 'build'), { recursive: true }).map((name) =>
    statSync(join(root, 'build', name)),
  );
  const all = files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
  expect(all).toBeLessThan(300_000);
});

it('Windows has seven sizes, macOS ten types', () => {
  const ico = kept('icon.ico');
  expect(ico.readUInt16LE(4)).toBe(7);
  const widths = Array.from({ length: 7 }, (_, index) => ico[6 + index * 16] || 256);
  expect(widths).toEqual([16, 24, 32, 48, 64, 128, 256]);
  const icns = kept('icon.icns');
  const types = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    types.push(icns.toString('latin1', at, at + 4));
  expect(types.filter((type) => /^ic/.test(type))).toHaveLength(10);
});
