import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, win32 } from 'node:path';
import { root } from './bootstrap/paths.mjs';
import { Stop } from './bootstrap/say.mjs';

/** Path of a program of Wine, which Debian 12 keeps out of the PATH. @throws Stop where it is not installed */
export function wineProgram(name) {
  const path = ['/usr/lib/wine', '/usr/bin'].map((each) => join(each, name)).find(existsSync);
  if (!path) throw new Stop(`${name} was not found`);
  return path;
}

/**
 * A Windows of its own under Wine.
 *
 * @param {string} folder gets its prefix and the output of its programs
 */
export function windowsIn(folder) {
  const prefix = join(folder, 'prefix');
  const driveC = join(prefix, 'drive_c');
  const output = join(folder, 'output.txt');
  const stamp = join(prefix, 'ringside-made');

  /** Environment of every program: the prefix, no display, and no dialogs. */
  const env = {
    ...process.env,
    DISPLAY: undefined,
    WAYLAND_DISPLAY: undefined,
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    // Wine would ask whether to download .NET and a browser, and would put shortcuts into the menu of this machine.
    WINEDLLOVERRIDES: 'mscoree,mshtml=;winemenubuilder.exe=',
    // Chooses the code pages: 437 and 1252.
    LC_ALL: 'C.UTF-8',
  };

  /**
   * Runs a program until it ends, with files as its standard input and output: Node does not start on Wine's pipes. A
   * program that it leaves running goes on.
   *
   * @returns {{ code: number, said: string }} `code` is 124 after the time limit; `said` holds both outputs
   */
  function run(args, { variables = {}, timeLimitMs = 170_000 } = {}) {
    // A program that goes on keeps the file of its own run.
    rmSync(output, { force: true });
    const out = openSync(output, 'w');
    const { status, error } = spawnSync(wineProgram('wine64'), args, {
      cwd: root,
      env: { ...env, ...variables },
      stdio: ['ignore', out, out],
      timeout: timeLimitMs,
      killSignal: 'SIGKILL',
    });
    closeSync(out);
    const isLate = error?.code === 'ETIMEDOUT';
    if (error && !isLate) throw error;
    return { code: isLate ? 124 : (status ?? 1), said: readFileSync(output, 'utf8') };
  }

  /** Ends its programs. */
  function end() {
    if (existsSync(prefix)) spawnSync(wineProgram('wineserver'), ['-k'], { env });
  }

  /** Makes it, unless it is there. @throws Stop */
  function boot() {
    if (existsSync(stamp)) return;
    end();
    rmSync(prefix, { recursive: true, force: true });
    mkdirSync(prefix, { recursive: true });
    // Node refuses the Windows 7 that Wine is by default.
    for (const args of [
      ['wineboot', '--init'],
      ['winecfg', '-v', 'win10'],
    ]) {
      const { code, said } = run(args);
      if (code !== 0) throw new Stop(`${said}\nwine ${args.join(' ')} failed (${code}).`);
    }
    writeFileSync(stamp, '');
  }

  /** A path of this machine as a Windows program names it: Wine shows the whole file system as drive Z. */
  const path = (here) =>
    here.startsWith(driveC)
      ? `C:${win32.normalize(here.slice(driveC.length))}`
      : `Z:${win32.normalize(here)}`;

  return { driveC, env, run, boot, end, path };
}
