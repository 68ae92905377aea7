import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modules, root } from '../bootstrap/paths.mjs';

test("what rpm runs after a removal is electron-builder's script behind a condition", () => {
  const ours = readFileSync(join(root, 'build', 'rpm-after-remove.tpl'), 'utf8');
  const theirs = readFileSync(
    join(modules, 'app-builder-lib', 'templates', 'linux', 'after-remove.tpl'),
    'utf8',
  );
  const condition = /\n# rpm also runs this .*\n\[ "\$1" = 0 \] \|\| exit 0\n/;
  expect(ours).toMatch(condition);
  expect(ours.replace(condition, '').trim()).toBe(theirs.trim());
});
