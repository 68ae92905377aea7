#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * A replacement of fpm for tests: builds the deb that electron-builder requests with dpkg-deb, and the rpm with rpmbuild from a
 * spec like fpm's (templates/rpm.erb), both without compression.
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

function makeDeb() {
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
  writeFileSync(
    join(control, 'control'),
    `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`,
  );
  execFileSync('dpkg-deb', ['-Znone', '--root-owner-group', '--build', tree, made]);
}

/** Like fpm: the package owns its files, and of the directories only those that an option names. */
function rpmFiles() {
  const entries = readdirSync(tree, { recursive: true, withFileTypes: true }).map((entry) => ({
    path: `/${relative(tree, join(entry.parentPath, entry.name))}`,
    isDirectory: entry.isDirectory(),
  }));
  const owned = options['--directories'] ?? [];
  const isOwned = (path) => owned.some((each) => path === each || path.startsWith(`${each}/`));
  return entries
    .filter(({ path, isDirectory }) => !isDirectory || isOwned(path))
    .map(({ path, isDirectory }) => `${isDirectory ? '%dir ' : ''}"${path}"`);
}

function makeRpm() {
  const script = (option) => readFileSync(options[option][0], 'utf8');
  const spec = [
    // rpmbuild's own steps would empty the tree.
    ...['prep', 'build', 'install', 'clean'].flatMap((step) =>
      ['pre', 'post'].map((when) => `%define __spec_${step}_${when} true`),
    ),
    '%define _binary_payload w0.gzdio',
    ...Object.entries({
      Name: options['--name'][0],
      Version: options['--version'][0].replaceAll('-', '_'),
      Release: '1',
      Summary: options['--rpm-summary'][0],
      AutoReqProv: 'no',
      License: options['--license'][0],
      Vendor: options['--vendor'][0],
      URL: options['--url'][0],
      Packager: options['--maintainer'][0],
    }).map(([name, value]) => `${name}: ${value}`),
    ...options['-d'].map((each) => `Requires: ${each}`),
    '%description',
    options['--description'][0],
    '%prep\n%build\n%install\n%clean',
    `%post\n${script('--after-install')}`,
    `%postun\n${script('--after-remove')}`,
    '%files\n%defattr(-,root,root,-)',
    ...rpmFiles(),
  ];
  const work = `${made}.rpmbuild`;
  mkdirSync(work);
  writeFileSync(join(work, 'ringside.spec'), `${spec.join('\n')}\n`);
  const defines = [`buildroot ${tree}`, `_topdir ${work}`, `_rpmdir ${work}`];
  const [arch] = options['--architecture'];
  const target = ['--target', `${arch === 'amd64' ? 'x86_64' : arch}-unknown-linux`];
  execFileSync('rpmbuild', [
    '-bb',
    ...target,
    ...defines.flatMap((each) => ['--define', each]),
    join(work, 'ringside.spec'),
  ]);
  const [name] = readdirSync(work, { recursive: true }).filter((each) => each.endsWith('.rpm'));
  renameSync(join(work, name), made);
  rmSync(work, { recursive: true });
}

rmSync(tree, { recursive: true, force: true });
for (const [from, to] of files) place(from, join(tree, to));
if (type === 'rpm') makeRpm();
else makeDeb();
rmSync(tree, { recursive: true });
