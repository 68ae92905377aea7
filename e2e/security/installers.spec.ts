import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile } from '@electron/asar';
import { expect } from '@playwright/test';
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

interface Unpacked {
  appImage: string;
  deb: string;
  /** Checks of each installer. */
  launchers: string[];
}

/** Both installers, unpacked for one attack. */
async function unpacked(work: (each: Unpacked) => Promise<string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-'));
  const appImage = join(folder, 'linux-unpacked');
  const deb = join(folder, 'deb');
  try {
    output('unsquashfs', '-no-progress', '-dest', appImage, installer('AppImage'));
    output('dpkg-deb', '--extract', installer('deb'), deb);
    const launchers = [
      join(appImage, 'ringside.desktop'),
      join(deb, 'usr', 'share', 'applications', 'ringside.desktop'),
    ];
    return await work({ appImage, deb, launchers });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const entry = (file: string, key: string) =>
  new RegExp(`^${key}=(.*)$`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? `no ${key}`;
const both = (values: string[]) => [...new Set(values)].join(' | ');

attack('launcherSwitches', () =>
  unpacked(async ({ launchers }) => launchers.map((file) => entry(file, 'Exec')).join(', ')),
);

attack('launcherLink', ({ release, open }) =>
  unpacked(async ({ appImage, deb, launchers }) => {
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
  }),
);

attack('launcherFound', ({ range: { pid }, display }) =>
  unpacked(async ({ appImage, deb, launchers }) => {
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
  }),
);

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

attack('installedLicences', () =>
  unpacked(async ({ appImage, deb }) => {
    const ours = readFileSync(join(__dirname, '..', '..', 'LICENSE'), 'utf8');
    for (const app of [appImage, join(deb, 'opt', 'Ringside')]) {
      expect(readFileSync(join(app, 'resources', 'LICENSE.txt'), 'utf8')).toBe(ours);
      expect(readFileSync(join(app, 'LICENSE.electron.txt'), 'utf8')).toContain('Electron contributors');
      expect(readFileSync(join(app, 'LICENSES.chromium.html'), 'utf8')).toContain('The Chromium Authors');
    }
    const copyright = readFileSync(join(deb, 'usr', 'share', 'doc', 'ringside', 'copyright'), 'utf8');
    return `ours, Electron, Chromium in both; ${copyright === ours ? 'copyright' : 'another text'} in the deb`;
  }),
);
