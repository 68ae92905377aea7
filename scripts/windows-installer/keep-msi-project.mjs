import { copyFile } from 'node:fs/promises';

/** Hook of electron-builder: keeps the project of the MSI, and ends before WiX is downloaded. */
export async function msiProjectCreated(file) {
  await copyFile(file, process.env.RINGSIDE_MSI_PROJECT);
  throw new Error('The project is kept');
}
