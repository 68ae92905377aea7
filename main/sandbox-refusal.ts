import { existsSync } from 'node:fs';
import { lazyBuiltins } from './lazy-builtins';

/**
 * Whether a start was refused because of the switch that the AppImage's launcher (AppRun, electron-builder) adds where programs
 * cannot make user namespaces, which Chromium's sandbox needs.
 *
 * @param refused of {@link refusedArguments}
 */
export function isSandboxMissing(
  refused: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return env.APPDIR !== undefined && refused.length === 1 && refused[0] === '--no-sandbox';
}

/** Programs of GNOME and of KDE that show an error, with their arguments. */
const boxes: readonly [program: string, args: (title: string, text: string) => string[]][] = [
  ['/usr/bin/zenity', (title, text) => ['--error', '--no-markup', `--title=${title}`, `--text=${text}`]],
  ['/usr/bin/kdialog', (title, text) => ['--title', title, '--error', text]],
];

/**
 * Shows an error until it is closed, where the desktop has a program for it. Electron can show no window, because Chromium must
 * not start without its sandbox, and a user who has clicked the AppImage sees no standard error.
 */
export function showErrorOfDesktop(
  title: string,
  text: string,
  exists: (file: string) => boolean = existsSync,
  run: (program: string, args: string[]) => void = runBox,
): void {
  const found = boxes.find(([program]) => exists(program));
  if (found) run(found[0], found[1](title, text));
}

function runBox(program: string, args: string[]): void {
  // AppRun has put the AppImage's libraries before those of the system.
  const env = { ...process.env, LD_LIBRARY_PATH: '' };
  lazyBuiltins.childProcess().spawnSync(program, args, { env, stdio: 'ignore' });
}
