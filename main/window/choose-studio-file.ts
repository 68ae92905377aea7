import { readFile, stat } from 'node:fs/promises';
import { dialog } from 'electron';
import { fail, type Outcome, succeed } from '../../preload/contract/problem';
import type { DialogMessages } from '../dialog-messages';

/** Maximum size of a file of rows, in bytes. */
const maxFileBytes = 2 * 1024 * 1024;

/**
 * Lets the user choose a file of studios and reads it. SECURITY: main shows the dialog, so that a page cannot choose the
 * file, and the page never gets its text or its path.
 *
 * @returns undefined when none was chosen
 */
export async function chooseStudioFile(messages: DialogMessages): Promise<Outcome<string | undefined>> {
  const { filePaths } = await dialog.showOpenDialog({
    title: messages.chooseStudioFile,
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: messages.rowsFiles, extensions: ['csv', 'txt', 'tsv'] },
      { name: '*', extensions: ['*'] },
    ],
  });
  const [path] = filePaths;
  if (path === undefined) return succeed(undefined);
  try {
    if ((await stat(path)).size > maxFileBytes) return fail({ kind: 'tooManyRows' });
    const bytes = await readFile(path);
    const { decodeRows } = await import('../connection/studio-rows');
    return succeed(decodeRows(bytes));
  } catch {
    return fail({ kind: 'fileUnreadable' });
  }
}
