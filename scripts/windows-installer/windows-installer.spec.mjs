import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { root } from '../bootstrap/paths.mjs';
import { first, holder, installers, msiProject, second, standInMsi, windows } from './make.mjs';

const { driveC } = windows;
const wine = (...args) => windows.run(args).code;

afterAll(windows.end);

const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
const setting = (name) => new RegExp(`^ *${name}: (.+)$`, 'm').exec(config)?.[1];

const user = join(
  driveC,
  'users',
  readdirSync(join(driveC, 'users')).find((name) => name !== 'Public'),
);
const roaming = join(user, 'AppData', 'Roaming');
const data = join(roaming, 'Ringside');
const program = join(user, 'AppData', 'Local', 'Programs', 'ringside');
const links = [
  join(roaming, 'Microsoft', 'Windows', 'Start Menu', 'Programs', 'Ringside.lnk'),
  join(user, 'Desktop', 'Ringside.lnk'),
];

const uninstallKey = `Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${setting('guid')}`;
const classKey = (scheme) => `HKCU\\Software\\Classes\\${scheme}`;
const commandKey = (scheme) => `${classKey(scheme)}\\shell\\open\\command`;
const runKey = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run';
const command = `"${windows.path(program)}\\Ringside.exe" "--" "%1"`;

/** Values of a key of the registry by name, the default one under the empty name; undefined without the key. */
function registryKey(key) {
  const { code, said } = windows.run(['reg', 'query', key]);
  if (code !== 0) return undefined;
  const lines = said.split(/\r?\n/).map((line) => /^ {4}(.*?) {4}REG_\w+ {4}(.*)$/.exec(line));
  return Object.fromEntries(
    lines.filter(Boolean).map(([, name, value]) => [name === '(Default)' ? '' : name, value]),
  );
}

const exe = (version, arch = 'x64') => join(installers(version), `Ringside-${version}-${arch}.exe`);
/** Exit code of Windows as Linux shows it. */
const exitCode = (code) => code % 256;
const saysWhere = () => registryKey(`HKCU\\${uninstallKey}`);
/** What stands for Ringside writes its command line. */
const started = join(data, 'started.txt');
const isRunning = () =>
  readdirSync('/proc').some((pid) => {
    try {
      return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').includes(
        `${windows.path(program)}\\Ringside.exe`,
      );
    } catch {
      // No process, or one that has ended.
      return false;
    }
  });
/** Its command line, once it has ended: Windows keeps the folder of a program that runs. */
async function hasStarted() {
  const line = () => existsSync(started) && readFileSync(started, 'utf8');
  const found = await vi.waitUntil(line, { timeout: 120_000 });
  await vi.waitUntil(() => !isRunning(), { timeout: 120_000 });
  return found;
}
/** Starts a program that holds the folder of Ringside until the program there is gone. */
async function holdFolder() {
  wine('start', '/unix', holder);
  const holds = join(data, 'holds.txt');
  await vi.waitUntil(() => existsSync(holds), { timeout: 120_000 });
  rmSync(holds);
}
const goneFrom = (path) => vi.waitUntil(() => !existsSync(path), { timeout: 120_000 });

test('there is an installer for each architecture, which its name says, and an update knows both', () => {
  const made = readdirSync(installers(first)).filter((name) => name.endsWith('.exe'));
  expect(made.sort()).toEqual([`Ringside-${first}-arm64.exe`, `Ringside-${first}-x64.exe`]);
  const manifest = readFileSync(join(installers(first), 'latest.yml'), 'utf8');
  expect([...manifest.matchAll(/url: (.+)/g)].map(([, name]) => name).sort()).toEqual(made);
});

test('the MSI is for the machine and x64 only, starts nothing, and replaces older ones by a fixed upgrade code', () => {
  const project = readFileSync(msiProject, 'utf8');
  const code = setting('upgradeCode');
  expect(code).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  expect(project).toContain(`UpgradeCode="${code}"`);
  expect(project).toMatch(/<Property Id="ALLUSERS" Secure="yes" Value="1"\/>/);
  expect(project).toMatch(/<MajorUpgrade /);
  expect(project).toMatch(/<Directory Id="ProgramFiles64Folder">/);
  expect(project).not.toContain('runAfterFinish');
  expect(config).toContain('{ target: msi, arch: [x64] }');
  expect(readFileSync(join(root, 'build', 'installer.nsh'), 'utf8')).toContain(`"{${code}}"`);
});

test('the installer for ARM refuses on x64 and leaves nothing', () => {
  expect(wine(exe(first, 'arm64'), '/S')).toBe(exitCode(1633));
  expect(existsSync(program)).toBe(false);
  expect(saysWhere()).toBeUndefined();
});

test('installs silently for the user alone, and starts nothing', () => {
  expect(wine(exe(first), '/S')).toBe(0);
  expect(readdirSync(program).sort()).toEqual(['Ringside.exe', 'Uninstall Ringside.exe', 'resources']);
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
  expect(saysWhere()).toMatchObject({
    DisplayName: `Ringside ${first}`,
    DisplayVersion: first,
    QuietUninstallString: `"${windows.path(program)}\\Uninstall Ringside.exe" /currentuser /S`,
  });
  expect(registryKey(`HKLM\\${uninstallKey}`)).toBeUndefined();
  expect(existsSync(join(driveC, 'Program Files', 'Ringside'))).toBe(false);
  expect(existsSync(started)).toBe(false);
});

test('a link opens Ringside before its first start, and nothing in it is read as a switch', async () => {
  expect(registryKey(classKey('ringside'))).toEqual({ '': 'URL:ringside', 'URL Protocol': '' });
  expect(registryKey(commandKey('ringside'))).toEqual({ '': command });
  // Wine 8 looks for programs of links in the machine's classes only.
  const ofMachine = 'HKLM\\Software\\Classes\\ringside';
  wine('reg', 'copy', classKey('ringside'), ofMachine, '/s', '/f');
  const link = 'ringside://customer/1001 --no-sandbox';
  wine('start', link);
  wine('reg', 'delete', ofMachine, '/f');
  expect(await hasStarted()).toBe(`"${windows.path(program)}\\Ringside.exe" "--" "${link}"`);
  rmSync(started);
});

test('an update keeps the data, leaves one entry, and starts the new version with --updated', async () => {
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'settings.json'), '{"studios":[]}');
  // electron-updater's arguments (NsisUpdater.doInstall).
  expect(wine(exe(second), '--updated', '/S', '--force-run')).toBe(0);
  expect(await hasStarted()).toMatch(/ --updated$/);
  expect(readFileSync(join(program, 'resources', 'app.asar'), 'utf8')).toBe(second);
  expect(saysWhere()).toMatchObject({ DisplayVersion: second });
  expect(readFileSync(join(data, 'settings.json'), 'utf8')).toBe('{"studios":[]}');
  expect(registryKey(commandKey('ringside'))).toEqual({ '': command });
});

test('uninstalling removes the program, even if its folder is in use for a moment, and its registrations, and leaves the data and what others have registered', async () => {
  const other = '"C:\\phone.exe" "%1"';
  wine('reg', 'add', commandKey('tel'), '/ve', '/d', command, '/f');
  wine('reg', 'add', commandKey('callto'), '/ve', '/d', other, '/f');
  // As Electron's setLoginItemSettings names it.
  wine('reg', 'add', runKey, '/v', 'app.ringside.console', '/d', command, '/f');
  await holdFolder();
  expect(wine(join(program, 'Uninstall Ringside.exe'), '/S')).toBe(0);
  // The uninstaller goes on in a copy of itself, which removes the entry last.
  await vi.waitUntil(() => saysWhere() === undefined, { timeout: 120_000 });
  await goneFrom(program);
  expect(links.filter((link) => existsSync(link))).toEqual([]);
  expect(registryKey(classKey('ringside'))).toBeUndefined();
  expect(registryKey(classKey('tel'))).toBeUndefined();
  expect(registryKey(commandKey('callto'))).toEqual({ '': other });
  expect(registryKey(runKey)).not.toHaveProperty('app.ringside.console');
  expect(readFileSync(join(data, 'settings.json'), 'utf8')).toBe('{"studios":[]}');
  const search = ['.', '-ipath', '*ringside*', '-not', '-path', './AppData/Roaming/Ringside*'];
  const left = execFileSync('find', search, { cwd: user, encoding: 'utf8' });
  expect(left).toBe('');
});

test('where the MSI is installed, the installer refuses, so that there are not two', () => {
  expect(wine('msiexec', '/i', windows.path(standInMsi), '/qn')).toBe(0);
  expect(wine(exe(first), '/S')).toBe(exitCode(1638));
  expect(existsSync(program)).toBe(false);
  expect(registryKey(classKey('ringside'))).toBeUndefined();
});

test('one that was there before the MSI is still updated', () => {
  expect(wine('msiexec', '/x', windows.path(standInMsi), '/qn')).toBe(0);
  expect(wine(exe(first), '/S')).toBe(0);
  expect(wine('msiexec', '/i', windows.path(standInMsi), '/qn')).toBe(0);
  expect(wine(exe(second), '--updated', '/S')).toBe(0);
  expect(saysWhere()).toMatchObject({ DisplayVersion: second });
});
