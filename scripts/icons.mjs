import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { IconIcns, IconIco } from '@shockpkg/icon-encoder';
import { root } from './bootstrap/paths.mjs';

const folder = join(root, 'build');

/** Largest size in pixels that is rendered from the 16 px drawing. */
const smallest = 32;
/** Sizes for electron-builder on Linux (`build/icons/NxN.png`). */
const pngSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const icoSizes = [16, 24, 32, 48, 64, 128, 256];
/** Types of an `.icns` by their size in pixels, including those for retina displays. */
const icnsTypes = {
  icp4: 16,
  icp5: 32,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
};

/** Renders the icon as a PNG of this width in pixels. */
export function renderIcon(size) {
  const svg = readFileSync(join(folder, size <= smallest ? 'icon-small.svg' : 'icon.svg'), 'utf8');
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

/** All generated files: path below `build/` and content. */
export async function iconFiles() {
  const pngs = new Map([...pngSizes].map((size) => [size, renderIcon(size)]));
  const ico = new IconIco();
  for (const size of icoSizes) await ico.addFromPng(pngs.get(size), true, true);
  const icns = new IconIcns();
  for (const [type, size] of Object.entries(icnsTypes)) await icns.addFromPng(pngs.get(size), [type], true);
  return {
    ...Object.fromEntries([...pngs].map(([size, png]) => [`icons/${size}x${size}.png`, png])),
    'icon.ico': ico.encode(),
    'icon.icns': icns.encode(),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(join(folder, 'icons'), { recursive: true });
  for (const [name, bytes] of Object.entries(await iconFiles())) writeFileSync(join(folder, name), bytes);
}
