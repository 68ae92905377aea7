import { basename, win32 } from 'node:path';

/** Names of devices, which Windows does not use as files, with any extension (Naming Files, Paths, and Namespaces, Win32). */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:[ ]*\..*|[ ]*)$/i;

/** Characters that no file name may have; a colon would name a stream of the file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses them.
const refusedCharacters = /[<>:"|?*\u0000-\u001f]/;

/**
 * Why a file must not be written under this path, in words for the one who chose it; undefined where it may. Node writes every
 * name as it is. Other programs on Windows then open a device, or a file without the dots and spaces at the end.
 *
 * @param path absolute, or relative to the working directory
 */
export function fileNameFault(
  path: string,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (platform !== 'win32') return basename(path) === '' ? 'no name of a file' : undefined;
  // Windows leaves a path behind \\?\ as it is, so that it can name a device too.
  if (/^[\\/]{2}[.?]/.test(path)) return 'Windows uses \\\\.\\ and \\\\?\\ for devices';
  const { root } = win32.parse(path);
  const names = path.slice(root.length).split(/[\\/]/);
  if (names.at(-1) === '') return 'no name of a file';
  for (const name of names.filter((each) => each !== '.' && each !== '..')) {
    if (deviceName.test(name)) return `Windows reserves the name ${name}`;
    if (refusedCharacters.test(name)) return `Windows allows none of < > : " | ? * in ${name}`;
    if (/[. ]$/.test(name)) return `Windows drops the dots and spaces at the end of "${name}"`;
  }
  return undefined;
}
