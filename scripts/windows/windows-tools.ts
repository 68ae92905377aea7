import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

// Parts of tests that run on Windows or under Wine.

/** Folder of the programs of `scripts/windows/tools`; undefined where they could not be compiled. */
export const tools = process.env.RINGSIDE_WINDOWS_TOOLS;

const program = (name: string) => join(tools ?? '', `${name}.exe`);
export const printArguments = () => program('print-arguments');

/** Runs reg.exe. @throws where it does not succeed */
export async function reg(...args: string[]): Promise<void> {
  const tool = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
  await promisify(execFile)(tool, args, { windowsHide: true });
}

/** Deletes a key of the registry, which may not be there. */
export const dropKey = (key: string): Promise<void> => reg('delete', key, '/f').catch(() => undefined);

/** What `print-arguments.exe` has written: the arguments of its command line as Electron and Chromium split it. */
export async function readArguments(file: string): Promise<string[]> {
  return (await readFile(file, 'utf16le')).split('\0').slice(0, -1);
}

/**
 * Starts a program by a command line, as the shell does when it opens a link or a shortcut. @returns the arguments that
 * arrive
 */
export async function argumentsOf(commandLine: string): Promise<string[]> {
  const file = join(tmpdir(), `ringside-arguments-${process.pid}`);
  const child = spawn(printArguments(), [commandLine], {
    argv0: 'print-arguments',
    windowsVerbatimArguments: true,
    stdio: 'ignore',
    env: { ...process.env, ARGUMENTS_FILE: file },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`print-arguments ended with ${code}`);
  try {
    return await readArguments(file);
  } finally {
    await rm(file, { force: true });
  }
}

/** A file that another program has open. */
export interface Held {
  release: () => Promise<void>;
}

/**
 * Opens a file in another program.
 *
 * @param share what others may do meanwhile: letters of `r`, `w` and `d` (read, write, delete or rename)
 */
export async function hold(file: string, share: string): Promise<Held> {
  const child: ChildProcessWithoutNullStreams = spawn(program('hold-file'), [file, share]);
  const [first] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (!Buffer.isBuffer(first)) throw new Error(`hold-file ended with ${first}`);
  return {
    async release() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
