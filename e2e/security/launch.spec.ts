import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { extractFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect } from '@playwright/test';
import { dialogMessages } from '../../main/dialog-messages';
import { attack, type Target, test } from './fixtures';
import { asarOf, packageFolder, processesOf, read } from './packaged';

/** Starts the release with these arguments, and returns how it ended and what it left behind. */
function started(
  args: string[],
  env: Record<string, string> = {},
  traces: (home: string) => string[] = () => [],
) {
  return async ({ home, release }: Target): Promise<string> => {
    const inHome = (text: string) => text.replaceAll('HOME', home);
    const variables = Object.entries(env).map(([name, value]) => [name, inHome(value)]);
    const { code, said } = await release({ args: args.map(inHome), env: Object.fromEntries(variables) });
    if (code === 'goes on') return 'it started';
    const [, list] = stripVTControlCharacters(said).split(`${dialogMessages('en').refusedBecause}\n`);
    const named = list?.split('\n').filter((line) => /^(--\S+|[A-Z_]+)$/.test(line));
    const leaks = [
      /DevTools listening|Debugger listening/.exec(said)?.[0],
      ...traces(home).filter(existsSync),
    ];
    const left = leaks.filter((leak) => leak !== undefined);
    return [`ended with ${code}`, named?.join(', ') ?? `said ${said}`, ...left].join(', ');
  };
}

const evil = (home: string) => [join(home, 'evil')];

attack('certificateErrors', started(['--ignore-certificate-errors']));
attack('certificateErrorsOfKey', started(['--ignore-certificate-errors-spki-list=AAAA']));
attack('debuggingPort', started(['--remote-debugging-port=0']));
attack('debuggingPipe', started(['--remote-debugging-pipe']));
attack('proxyServer', started(['--proxy-server=127.0.0.1:1']));
attack('resolverRules', started(['--host-resolver-rules=MAP * 127.0.0.1']));
attack('netLog', started(['--log-net-log=HOME/evil', '--net-log-capture-mode=Everything']));
attack('inspector', started(['--inspect=0']));
attack('inspectorBreak', started(['--inspect-brk=0']));
attack('engineFlags', started(['--js-flags=--allow-natives-syntax']));
attack('noSandbox', started(['--no-sandbox']));
attack('rendererPrefix', started(['--renderer-cmd-prefix=/bin/sh']));
attack('otherFolder', started(['--user-data-dir=HOME/evil']));
attack('ownPolicy', started(['--policy=HOME/evil']));
attack('takePicture', started(['--customer=1001', '-demo', '--screenshot=HOME/evil'], {}, evil));
attack('singleDash', started(['-remote-debugging-port=0']));
attack('blankEnd', started(['\u00a0--', '--remote-debugging-port=0', '--screenshot=HOME/evil'], {}, evil));
attack('unknownSwitch', started(['--a-switch-of-next-year']));
attack('keyLog', started([], { SSLKEYLOGFILE: 'HOME/evil' }, evil));
attack('nodeOptions', async (target) => {
  const script = join(target.home, 'evil.js');
  await writeFile(
    script,
    `require('node:fs').writeFileSync(${JSON.stringify(join(target.home, 'evil'))}, '')`,
  );
  const { code } = await target.release({ env: { NODE_OPTIONS: `--require=${script}` } });
  return `${existsSync(join(target.home, 'evil')) ? 'the code ran' : 'the code was not run'}, Ringside ${code}`;
});
attack('runAsNode', (target) => {
  const code = `require('node:fs').writeFileSync(${JSON.stringify(join(target.home, 'evil'))}, '')`;
  return started(['-e', code], { ELECTRON_RUN_AS_NODE: '1' }, evil)(target);
});
attack('noAsar', started([], { ELECTRON_NO_ASAR: '1' }));

/** Code that proves its execution. */
async function evilApp(folder: string, home: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"name":"evil","main":"evil.js"}');
  const trace = JSON.stringify(join(home, 'evil-ran'));
  await writeFile(
    join(folder, 'evil.js'),
    `require('node:fs').writeFileSync(${trace}, ''); require('electron').app.exit(0)`,
  );
}

/** A package for one attack: hard links except for the changed files. */
async function copyOfRelease(home: string): Promise<string> {
  const copy = join(home, 'copy');
  // Another file system has copies.
  await promisify(execFile)('cp', ['-al', packageFolder('release'), copy]).catch(() =>
    cp(packageFolder('release'), copy, { recursive: true, force: true }),
  );
  await rm(join(copy, 'ringside'));
  return copy;
}

attack('renamedExecutable', async (target) => {
  const copy = await copyOfRelease(target.home);
  // Electron treats a program of this name as a development build: `app.isPackaged` is false.
  const executable = join(copy, 'electron');
  await link(join(packageFolder('release'), 'ringside'), executable).catch(() =>
    cp(join(packageFolder('release'), 'ringside'), executable),
  );
  const { code, said } = await target.release({ executable, args: ['--remote-debugging-port=0'] });
  if (code === 'goes on') return 'it started';
  return `ended with ${code}, ${/--remote-debugging-port/.exec(said)?.[0]}`;
});

attack('otherApp', async ({ home, release }) => {
  await evilApp(join(home, 'app'), home);
  const { code } = await release({ args: [join(home, 'app')] });
  return `${existsSync(join(home, 'evil-ran')) ? 'the other app ran' : 'Ringside itself'} ${code}`;
});

attack('plantedFolder', async ({ home, release }) => {
  const copy = await copyOfRelease(home);
  await cp(join(packageFolder('release'), 'ringside'), join(copy, 'ringside'));
  await evilApp(join(copy, 'resources', 'app'), home);
  await rm(join(copy, 'resources', 'app.asar'));
  const { code } = await release({ executable: join(copy, 'ringside') });
  return existsSync(join(home, 'evil-ran')) ? 'it ran' : `not run, ended with ${code === 0 ? 0 : 'an error'}`;
});

/** An enabled fuse is a "1" in the fuse wire (Electron, Fuses). */
const fuseOn = '1'.charCodeAt(0);

attack('fuses', async () => {
  const wire = await getCurrentFuseWire(join(packageFolder('release'), 'ringside'));
  return Object.entries(FuseV1Options)
    .filter((entry): entry is [string, FuseV1Options] => typeof entry[1] === 'number')
    .map(([name, index]) => `${name} ${wire[index] === fuseOn ? 'on' : 'off'}`)
    .join(', ');
});

attack('buildConstant', async () => {
  const main = (kind: 'release' | 'test') => String(extractFile(asarOf(kind), 'out/main/index.js'));
  const constants = (kind: 'release' | 'test') =>
    [...main(kind).matchAll(/[^=]=["'`](development|test|release)["'`]/g)].map(([, name]) => name).join(', ');
  return `${constants('release')}; of the tests ${constants('test')}`;
});

attack('osSandbox', async ({ range: { pid } }) => {
  const renderers = processesOf(pid).filter((each) =>
    read(`/proc/${each}/cmdline`).includes('--type=renderer'),
  );
  const modes = renderers.map((each) => /^Seccomp:\s+(\d)$/m.exec(read(`/proc/${each}/status`))?.[1]);
  return `${renderers.length} renderer, system calls filtered: ${modes.map((mode) => mode === '2').join(', ')}`;
});

attack('developerTools', async ({ range: { page, browser } }) => {
  for (const key of [
    'F12',
    'Control+Shift+I',
    'Control+Shift+J',
    'Control+Shift+C',
    'Control+U',
    'Control+R',
  ])
    await page.keyboard.press(key);
  await page.evaluate(() => window.ringside.call.recent());
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  await session.detach();
  const tools = targetInfos.filter(
    ({ url }) => url.startsWith('devtools:') || url.startsWith('view-source:'),
  );
  return tools.length === 0 ? 'none opened' : tools.map(({ url }) => url).join(', ');
});

test('Control: the release starts with what it allows', async ({ target }) => {
  const args = [
    '--demo',
    '--customer=1001',
    '--lang=de',
    '--theme=dark',
    '--size=1920x1080',
    '--disable-gpu',
  ];
  expect((await target.release({ args })).code).toBe('goes on');
});
