import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './bootstrap/paths.mjs';
import { Stop, say } from './bootstrap/say.mjs';
import { isMain, run } from './bootstrap.mjs';
import { withDisplay } from './desktop.mjs';
import { endTree, here } from './platforms.mjs';
import { sandboxFor } from './sandbox.mjs';
import { packagesFor, packageTypes } from './start-packages/package-types.mjs';

/** Time limits, in milliseconds. They end what hangs. */
const limits = { command: 10 * 60_000, start: 2 * 60_000, removal: 60_000 };

/** Bytes that a picture of an empty window does not reach: one colour is a few kilobytes of PNG. */
const leastPicture = 15_000;

/** Runs a command to its end. @returns its exit code and what it printed */
async function runCommand([command, ...args], env, timeoutMs) {
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: here.endTree === undefined,
  });
  const output = { out: '', all: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output.all += text;
      if (stream === child.stdout) output.out += text;
    });
  const late = setTimeout(() => endTree(child.pid), timeoutMs);
  try {
    const [code, signal] = await once(child, 'close');
    return { code: code ?? signal, ...output };
  } catch (error) {
    return { code: error.message, ...output };
  } finally {
    clearTimeout(late);
  }
}

async function succeeds(command, env, timeoutMs) {
  const ended = await runCommand(command, env, timeoutMs);
  if (ended.code !== 0)
    throw new Stop(`${command.join(' ')} ended with ${ended.code}:\n${ended.all.trim().slice(-3_000)}`);
  return ended.out;
}

/** What is wrong with a picture; undefined for one of a window with something in it. */
export function pictureFault(png) {
  if (png.subarray(1, 4).toString('latin1') !== 'PNG') return 'The picture is no PNG.';
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  // The window's smallest size, less its frame; a small screen makes the window smaller than was asked for.
  if (width < 900 || height < 500) return `The picture has ${width} × ${height} pixels.`;
  return png.length < leastPicture ? `The picture is empty (${png.length} bytes).` : undefined;
}

/** Starts an installed Ringside three times: for its version, its policy, and a picture of demo data. */
async function startProgram(program, { version, picture, env, prefix }) {
  const start = (...args) => succeeds([...prefix, program, ...args], env, limits.start);
  const said = (await start('--version')).trim();
  if (said !== `Ringside ${version}`) throw new Stop(`--version says "${said}", not "Ringside ${version}".`);
  if ((await start('--policy-report')).trim() === '') throw new Stop('--policy-report says nothing.');
  // A package replaces no file.
  await rm(picture, { force: true });
  await start('--demo', '--lang=en-GB', '--customer=1001', '--size=1280x720', `--screenshot=${picture}`);
  const fault = pictureFault(await readFile(picture));
  if (fault) throw new Stop(fault);
}

/** Waits until a program is gone: an uninstaller may go on after it has ended. */
async function gone(program) {
  const started = Date.now();
  while (existsSync(program)) {
    if (Date.now() - started > limits.removal) throw new Stop(`${program} is still there.`);
    await sleep(250);
  }
}

/** Installs a package, starts it, and removes it. */
async function tryPackage(name, file, { version, picture, env }) {
  const type = packageTypes[name];
  const folder = await mkdtemp(join(tmpdir(), 'ringside-package-'));
  const home = await mkdtemp(join(tmpdir(), 'ringside-home-'));
  const place = { file, folder, env };
  const root = type.asRoot && process.getuid() !== 0 ? ['sudo'] : [];
  const commands = async (list) => {
    for (const command of list) await succeeds([...root, ...command], env, limits.command);
  };
  try {
    await commands(type.install(place));
    const program = type.program(place);
    if (!existsSync(program)) throw new Stop(`After the installation, ${program} is not there.`);
    const { prefix } = sandboxFor();
    // Elsewhere a user data folder does not follow the environment; a runner has none of a user.
    const own = here.ownFolders ? { HOME: home, XDG_CONFIG_HOME: home } : {};
    try {
      await startProgram(program, { version, picture, env: { ...env, ...own }, prefix });
    } finally {
      await commands(type.uninstall(place));
      await gone(program);
    }
  } finally {
    for (const each of [folder, home]) await rm(each, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Starts every package of this platform once, as it is installed: silently installed, asked for its version and its
 * policy, opened on demo data for a picture, and removed. Meant for a machine that is thrown away.
 *
 * @param {string} packages folder of a release
 * @param {{ names?: string[], pictures?: string }} [options] only some types; the folder of the pictures
 * @returns the number of packages that failed
 */
export async function startPackages(packages, { names, pictures = join(root, 'dist', 'started') } = {}) {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const all = packagesFor(process.platform, process.arch, version);
  const chosen = names ? all.filter(([name]) => names.includes(name)) : all;
  if (chosen.length === 0)
    throw new Stop(`No package can be started on ${process.platform} ${process.arch}.`);
  await mkdir(pictures, { recursive: true });
  let failed = 0;
  await withDisplay(async (env) => {
    for (const [name, fileName] of chosen) {
      const file = resolve(packages, fileName);
      try {
        if (!existsSync(file)) throw new Stop(`${file} is not there.`);
        await tryPackage(name, file, { version, picture: join(pictures, `${name}.png`), env });
        say(`${name}: installed, started and removed (${fileName})`);
      } catch (error) {
        if (!(error instanceof Stop)) throw error;
        failed += 1;
        say(`${name}: FAILED. ${error.message}`);
      }
    }
  });
  return failed;
}

if (isMain(import.meta.url))
  await run(async () => {
    const [packages = join(root, 'dist', 'release'), ...names] = process.argv.slice(2);
    return (await startPackages(packages, names.length > 0 ? { names } : {})) === 0 ? 0 : 1;
  });
