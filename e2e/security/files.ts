import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** All files below a folder, as bytes. */
export async function filesBelow(folder: string): Promise<[string, Buffer][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file): Promise<[string, Buffer]> => [file, await readFile(file)]));
}

/** Files that contain one of the texts in an encoding that Chromium or Node uses. */
export function holding(files: [string, Buffer][], texts: readonly string[]): string[] {
  const needles = texts.flatMap((text) => [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'latin1'),
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -2)),
  ]);
  return files.filter(([, bytes]) => needles.some((needle) => bytes.includes(needle))).map(([file]) => file);
}
