import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Licence } from '../../preload/contract/calls';

/**
 * Build plugin that writes `licences.json` beside the bundle: every package in it as `{ name, version, licence, text
 * }`. It reads the bundle's module list, so that no package is missed.
 *
 * @param unbundled folders in node_modules of packages that ship unbundled, and of Electron
 */
export function licences(unbundled: string[] = []): Plugin {
  return {
    name: 'ringside-licences',
    apply: 'build',
    generateBundle() {
      const bundled = [...this.getModuleIds()].map(packageFolder).filter((folder) => folder !== undefined);
      const folders = [...new Set([...bundled, ...unbundled])].sort();
      const source = JSON.stringify(folders.map(licenceOf), null, 1);
      this.emitFile({ type: 'asset', fileName: 'licences.json', source });
    },
  };
}

/** Folder of the package that a module belongs to; undefined for Ringside's own modules. */
export function packageFolder(id: string): string | undefined {
  const [path = ''] = id.replace(/^\0/, '').replaceAll('\\', '/').split('?');
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/@]+)\//.exec(path);
  return match?.[1] && existsSync(join(match[1], 'package.json')) ? match[1] : undefined;
}

function licenceOf(folder: string): Licence {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  return {
    name,
    version,
    licence: license ?? 'see text',
    text: file
      ? readFileSync(join(folder, file), 'utf8').trim()
      : `The package comes without a text. Its licence is ${license} (https://spdx.org/licenses/${license}.html).`,
  };
}
