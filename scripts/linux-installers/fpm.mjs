#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A replacement of fpm for tests: builds the deb that electron-builder requests with dpkg-deb, without compression.
 */
const takeNoValue = new Set(['--force', '--debug']);
const options = {};
const files = [];
for (const rest = process.argv.slice(2); rest.length > 0; ) {
  const arg = rest.shift();
  if (!arg.startsWith('-')) files.push(arg.split('='));
  else if (!takeNoValue.has(arg)) options[arg] = [...(options[arg] ?? []), rest.shift()];
}
const [type] = options['-t'];
if (type !== 'deb') throw new Error(`No ${type} can be made for tests`);
const [made] = options['--package'];
const tree = `${made}.tree`;

/** Hard links, because the 230 MB are only read. */
function place(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  if (!from.endsWith('/')) return cpSync(from, to);
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const target = join(to, path.slice(from.length));
    mkdirSync(dirname(target), { recursive: true });
    linkSync(path, target);
  }
}

rmSync(tree, { recursive: true, force: true });
for (const [from, to] of files) place(from, join(tree, to));
const control = join(tree, 'DEBIAN');
mkdirSync(control);
for (const [option, name] of [
  ['--after-install', 'postinst'],
  ['--after-remove', 'postrm'],
]) {
  cpSync(options[option][0], join(control, name));
  chmodSync(join(control, name), 0o755);
}
const fields = {
  Package: options['--name'][0],
  Version: options['--version'][0],
  Architecture: options['--architecture'][0],
  Maintainer: options['--maintainer'][0],
  Homepage: options['--url'][0],
  Priority: options['--deb-priority'][0],
  Depends: options['-d'].join(', '),
  Recommends: (options['--deb-recommends'] ?? []).join(', '),
  Description: options['--description'][0].trim(),
};
const lines = Object.entries(fields).filter(([, value]) => value !== '');
writeFileSync(join(control, 'control'), `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`);
execFileSync('dpkg-deb', ['-Znone', '--root-owner-group', '--build', tree, made]);
rmSync(tree, { recursive: true });
