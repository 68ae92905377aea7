import { join } from 'node:path';
import { promisify } from 'node:util';
import type { App } from 'electron';
import { buildType } from '../build-type';
import { lazyBuiltins } from '../lazy-builtins';
import { type PhoneLinkScheme, phoneLinkSchemes } from '../policy/keys';

/**
 * Whether Ringside registers itself for `tel:` and `callto:` links. Only where a program can also take its registration back:
 * a Mac takes schemes from the program's Info.plist alone, which names `ringside` only, and Electron removes nothing on Linux.
 * There the administrator chooses the program (docs/telephony.md).
 */
export const registersPhoneLinks: Partial<Record<NodeJS.Platform, boolean>> = {
  win32: true,
  darwin: false,
  linux: false,
};

/** What the registration needs of the system. */
export interface LinkSystem {
  app: Pick<App, 'isDefaultProtocolClient' | 'setAsDefaultProtocolClient' | 'removeAsDefaultProtocolClient'>;
  platform: NodeJS.Platform;
  /** Path of Ringside's executable. */
  program: string;
  /** Whether some program is registered for a scheme. */
  hasProgram: (scheme: PhoneLinkScheme) => Promise<boolean>;
}

/**
 * Registers Ringside for the telephone links that the policy names, and takes back its own registration for the others. A scheme
 * that another program has stays with it until the user or the administrator chooses Ringside.
 *
 * SECURITY: the link follows `--`, so that nothing in it is read as a switch.
 */
export async function registerPhoneLinks(
  wanted: readonly PhoneLinkScheme[],
  { app, platform, program, hasProgram }: LinkSystem,
): Promise<void> {
  if (!registersPhoneLinks[platform]) return;
  for (const scheme of phoneLinkSchemes) {
    const isOurs = app.isDefaultProtocolClient(scheme, program, ['--']);
    if (!wanted.includes(scheme)) {
      if (isOurs) app.removeAsDefaultProtocolClient(scheme, program, ['--']);
    } else if (!isOurs && !(await hasProgram(scheme)))
      app.setAsDefaultProtocolClient(scheme, program, ['--']);
  }
}

/** Registers a release as the policy says; development builds leave the registration to the installed version. */
export function followPhoneLinks(app: App, wanted: readonly PhoneLinkScheme[]): void {
  if (buildType !== 'release') return;
  const { platform, execPath: program } = process;
  // A system that refuses keeps its registrations as they are.
  void registerPhoneLinks(wanted, { app, platform, program, hasProgram }).catch(() => undefined);
}

/** Time limit of reg.exe, in milliseconds. */
const timeout = 5_000;

/** Whether the Windows registry has a command for a scheme, of this user or of the machine. */
export async function hasProgram(scheme: PhoneLinkScheme): Promise<boolean> {
  // SECURITY: the full path, so that another reg.exe earlier in PATH is not used.
  const tool = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
  const args = ['query', `HKCR\\${scheme}\\shell\\open\\command`];
  try {
    const { execFile } = lazyBuiltins.childProcess();
    const { stdout } = await promisify(execFile)(tool, args, { timeout, windowsHide: true });
    return isCommand(stdout);
  } catch (error) {
    // reg.exe exits with 1 when the key does not exist. After anything else, nothing is overwritten.
    return (error as { code?: unknown }).code !== 1;
  }
}

/** Whether the output of `reg.exe query` shows a command. */
export const isCommand = (printed: string): boolean => / {4}REG_(?:EXPAND_)?SZ {4}\S/.test(printed);
