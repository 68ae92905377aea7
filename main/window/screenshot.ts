import { writeFile } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';

/** Writes the settled window as a PNG of its content size. */
export async function writeScreenshot(window: BrowserWindow, file: string): Promise<void> {
  // The compositor may still hold the frame before: the first capture makes it draw, the second sees what it drew.
  window.webContents.invalidate();
  await window.webContents.capturePage();
  const image = await window.webContents.capturePage();
  await writeFile(file, image.toPNG());
}
