import { writeFile } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';

/** Writes the settled window as a PNG of its content size. @returns the exit code */
export async function writeScreenshot(window: BrowserWindow, file: string): Promise<number> {
  // The compositor may still hold the previous frame: the first capture triggers a paint, the second one captures it.
  window.webContents.invalidate();
  await window.webContents.capturePage();
  const image = await window.webContents.capturePage();
  try {
    await writeFile(file, image.toPNG());
    console.log(`Picture: ${file}`);
    return 0;
  } catch (error) {
    console.error(`The picture could not be written: ${error instanceof Error ? error.message : error}`);
    return 1;
  }
}
