import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile } from '@electron/asar';
import { expect } from '@playwright/test';
import { dialogMessages } from '../../main/dialog-messages';
import { attack } from './fixtures';
import { asarOf, packageFolder } from './packaged';

const made = join(__dirname, '..', '..', 'dist', 'installers');
const output = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 24 });

function installer(extension: string): string {
  const name = readdirSync(made).find((each) => each.endsWith(`.${extension}`));
  if (!name) throw new Error(`There is no ${extension} in ${made}`);
  return join(made, name);
}

/** Both installers, which `scripts/linux-installers.mjs` has unpacked. Attacks only read them. */
const [appImage, deb] = ['linux-unpacked', 'deb'].map((name) => join(made, 'unpacked', name)) as [
  string,
  string,
];
const launchers = [
  join(appImage, 'ringside.desktop'),
  join(deb, 'usr', 'share', 'applications', 'ringside.desktop'),
];

const entry = (file: string, key: string) =>
  new RegExp(`^${key}=(.*)$`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? `no ${key}`;
const both = (values: string[]) => [...new Set(values)].join(' | ');

attack('launcherSwitches', async () => launchers.map((file) => entry(file, 'Exec')).join(', '));

attack('launcherLink', async ({ release, open }) => {
  const link = 'ringside://customer/1001';
  const folders = [appImage, deb];
  const starts = launchers.map((file, index) => {
    const [program = '', ...args] = entry(file, 'Exec').split(' ');
    const executable = join(folders[index] ?? '', program);
    return { executable, args: args.map((arg) => (arg === '%U' ? link : arg)) };
  });
  const codes: unknown[] = [];
  for (const start of starts) codes.push((await release(start)).code);
  // The release cannot be inspected, so the test package is started in the same way.
  const [first] = starts;
  const { desk } = await open({
    ...first,
    args: ['--demo', '--lang=en-GB', ...(first?.args ?? [])],
    env: { APPDIR: packageFolder('test') },
  });
  const name = await desk.customer.getByRole('heading').textContent();
  return `AppImage ${codes[0]}, deb ${codes[1]}, ${name}`;
});

attack('launcherFound', async ({ range: { pid }, display }) => {
  for (const file of launchers) output('desktop-file-validate', file);
  const icon = both(launchers.map((file) => entry(file, 'Icon')));
  const folder = join('usr', 'share', 'icons', 'hicolor', '256x256', 'apps', `${icon}.png`);
  const found = [appImage, deb].every((each) => existsSync(join(each, folder)));
  const { desktopName } = JSON.parse(String(extractFile(asarOf('release'), 'package.json')));
  const wanted = both(launchers.map((file) => entry(file, 'StartupWMClass')));
  const search = ['search', '--all', '--pid', String(pid), '--class', `^${wanted}$`];
  const windows = execFileSync('xdotool', search, {
    encoding: 'utf8',
    env: { ...process.env, DISPLAY: display },
  });
  return [
    'valid',
    desktopName,
    both(launchers.map((file) => entry(file, 'MimeType'))).replace(/;$/, ''),
    `icon ${found ? 'there' : `${icon} missing`}`,
    windows.trim() ? 'a window of its class' : `no window of ${wanted}`,
  ].join(', ');
});

attack('installedRights', async () => {
  /** Lines of `ls -l` with set-user-ID, set-group-ID, or a file (not a link) that others may write. */
  const loose = (listing: string) =>
    listing.split('\n').filter((line) => /^(-|d)(..s|.{5}s|.{7}w)/i.test(line)).length;
  const inAppImage = loose(output('unsquashfs', '-lls', installer('AppImage')));
  const listing = output('dpkg-deb', '--contents', installer('deb'));
  const script = output('dpkg-deb', '--info', installer('deb'), 'postinst');
  const profile =
    /resources\/apparmor-profile$/m.test(listing) &&
    /chmod 4755 '\/opt\/Ringside\/chrome-sandbox'/.test(script);
  return `${inAppImage} in the AppImage, ${loose(listing)} in the deb, ${profile ? 'with' : 'without'} a profile`;
});

attack('withoutNamespaces', async ({ home, release }) => {
  // In a user namespace that allows no further ones; that of the machine is not touched.
  const shut = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$0"';
  const script = join(home, 'shut.sh');
  const appRun = join(appImage, 'AppRun');
  writeFileSync(script, `#!/bin/sh\nexec unshare --user --map-root-user sh -c '${shut}' '${appRun}'\n`);
  chmodSync(script, 0o755);
  // As the AppImage's runtime sets it; without a display, so that no box of the desktop waits for an answer.
  const { code, said } = await release({ executable: script, env: { APPDIR: appImage, DISPLAY: '' } });
  const words = dialogMessages('en');
  const told = [
    said.includes(words.sandboxMissing) && 'its sandbox is missing',
    said.includes(words.sandboxMissingDetail) && 'install the deb or rpm',
  ].filter(Boolean);
  const log = existsSync(join(home, 'Ringside')) ? 'a log' : 'no log';
  return `ended with ${code}: ${told.join(', ') || said}; ${log}`;
});

attack('installedLicences', async () => {
  const ours = readFileSync(join(__dirname, '..', '..', 'LICENSE'), 'utf8');
  for (const app of [appImage, join(deb, 'opt', 'Ringside')]) {
    expect(readFileSync(join(app, 'resources', 'LICENSE.txt'), 'utf8')).toBe(ours);
    expect(readFileSync(join(app, 'LICENSE.electron.txt'), 'utf8')).toContain('Electron contributors');
    expect(readFileSync(join(app, 'LICENSES.chromium.html'), 'utf8')).toContain('The Chromium Authors');
  }
  const copyright = readFileSync(join(deb, 'usr', 'share', 'doc', 'ringside', 'copyright'), 'utf8');
  return `ours, Electron, Chromium in both; ${copyright === ours ? 'copyright' : 'another text'} in the deb`;
});
