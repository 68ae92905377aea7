import { writeFile } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';

/** Writes the settled window as a PNG of its content size. */
export async function writeScreenshot(window: BrowserWindow, file: string): Promise<void> {
  const image = await window.webContents.capturePage();
  await writeFile(file, image.toPNG());
}
