import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folders and files of main whose unit tests run under Wine as well: what meets files, paths, arguments and the registry. */
export const platformDependent = [
  'main/command-line',
  'main/launch-check',
  'main/file-name',
  'main/replace-file',
  'main/app/',
  'main/connection/',
  'main/policy/',
  'main/phone-index/index-file',
  'main/updates/',
  'main/window/',
];

/** Tests that read Electron or a document by a path beside their own file, which a bundle does not have. */
export const notBundled = [
  'main/window/desk-window.test.ts',
  'main/demo/examples.test.ts',
  'main/policy/templates.test.ts',
];

/**
 * Test files that run under Wine, by their paths in the repository.
 *
 * @param {string[]} files all files of `main`, with slashes
 * @param {{ all?: boolean, words?: string[] }} choice `all` takes every unit test of main; `words` keeps paths that contain one
 */
export function testFiles(files, { all = false, words = [] }) {
  return files
    .filter((file) => file.endsWith('.test.ts') && !notBundled.includes(file))
    .filter(
      (file) =>
        all || file.endsWith('.windows.test.ts') || platformDependent.some((each) => file.startsWith(each)),
    )
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort();
}

/** All files of a folder of the repository, with slashes. */
export function filesOf(root, folder) {
  return readdirSync(join(root, folder), { recursive: true }).map(
    (file) => `${folder}/${file.replaceAll('\\', '/')}`,
  );
}
