import { writeFile } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';
import { fileNameFault } from '../file-name';

/** What limits a picture. */
export interface PictureLimits {
  /** A package never replaces a file; in development, a new picture replaces the last one. */
  isPackage: boolean;
  /** True when the window shows demo data. */
  isDemo: boolean;
  platform?: NodeJS.Platform;
}

/** Writes the settled window as a PNG of its content size. @returns the exit code */
export async function writeScreenshot(
  window: BrowserWindow,
  file: string,
  { isPackage, isDemo, platform = process.platform }: PictureLimits,
): Promise<number> {
  const failed = (why: string) => {
    console.error(`The picture could not be written: ${why}`);
    return 1;
  };
  const fault =
    fileNameFault(file, platform) ?? (isPackage ? packageFault(file, isDemo, platform) : undefined);
  if (fault) return failed(fault);
  // The compositor may still hold the previous frame: the first capture triggers a paint, the second one captures it.
  window.webContents.invalidate();
  await window.webContents.capturePage();
  const image = await window.webContents.capturePage();
  try {
    // SECURITY: any shortcut can pass a path: `wx` replaces no file of the user, and follows no link at the end of the path.
    await writeFile(file, image.toPNG(), { flag: isPackage ? 'wx' : 'w' });
    console.log(`Picture: ${file}`);
    return 0;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return failed(
      code === 'EEXIST' ? `${file} exists already; choose another name, or delete it first` : message,
    );
  }
}

/** Why a package must not write a picture to this file; undefined where it may. */
function packageFault(file: string, isDemo: boolean, platform: NodeJS.Platform): string | undefined {
  // SECURITY: the launch check refuses it first. Here it depends on what the window shows, and on no reading of arguments.
  if (!isDemo) return 'only demo data can be pictured; add --demo';
  // SECURITY: for \\server\share, Windows signs in at that server with the account of the agent.
  if (platform === 'win32' && /^[\\/]/.test(file))
    return 'use a path that begins with a drive letter, such as C:\\picture.png';
  return undefined;
}
