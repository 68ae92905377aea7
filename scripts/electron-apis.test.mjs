import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from './bootstrap/paths.mjs';
import { electronApis } from './electron-apis.mjs';

const heading = '| API | Used in | ';

/** Rows of the table in docs/electron.md: the APIs and the files of each. */
function rows() {
  const document = readFileSync(join(root, 'docs', 'electron.md'), 'utf8');
  const [table] = document.slice(document.indexOf(heading)).split('\n\n');
  return table
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, apis, files, changed]) => ({
      apis: apis.split('; ').flatMap(namesIn),
      files: quotedIn(files),
      isDeprecated: changed.includes('**deprecated**'),
    }));
}

const quotedIn = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text);

/** `App`: `'quit'`, `exit` stands for App 'quit' and App.exit; `clipboard` for itself. */
function namesIn(part) {
  const [owner, ...members] = quotedIn(part);
  if (members.length === 0) return [owner];
  return members.map((member) => (member.startsWith("'") ? `${owner} ${member}` : `${owner}.${member}`));
}

let used;
beforeAll(() => {
  used = electronApis();
});

test('docs/electron.md lists every API of Electron that is used, once, and no other', () => {
  const listed = rows().flatMap(({ apis }) => apis);
  expect(listed.toSorted()).toEqual([...used.apis.keys()].toSorted());
});

test('docs/electron.md names the files that use an API', () => {
  for (const { apis, files } of rows()) {
    const expected = new Set(apis.flatMap((name) => [...(used.apis.get(name) ?? [])]));
    expect({ apis, files: files.toSorted() }).toEqual({ apis, files: [...expected].toSorted() });
  }
});

test('every deprecated call is marked as such in docs/electron.md', () => {
  const marked = rows().filter(({ isDeprecated }) => isDeprecated);
  expect(used.deprecated.size).toBeGreaterThan(0);
  for (const name of used.deprecated)
    expect(
      marked.some(({ apis }) => apis.includes(name)),
      name,
    ).toBe(true);
});

test('methods, events, options and modules that are passed on are all found', () => {
  for (const name of [
    'App.getPath',
    "App 'before-quit'",
    'WebPreferences.sandbox',
    'IpcMain.handle',
    'ForkOptions.stdio',
    'clipboard',
  ])
    expect([...used.apis.keys()]).toContain(name);
});
