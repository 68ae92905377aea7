import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modules } from './bootstrap/paths.mjs';
import { targetOf } from './native-arch.mjs';

function header(...parts) {
  const file = Buffer.alloc(128);
  for (const [at, bytes] of parts) Buffer.from(bytes, 'hex').copy(file, at);
  return file;
}
const elf = (machine) => header([0, '7f454c46020101'], [18, machine]);
const machO = (cpu) => header([0, `cffaedfe${cpu}`]);
const pe = (machine) => header([0, '4d5a'], [60, '50000000'], [80, `50450000${machine}`]);

test.each([
  ['linux-x64', elf('3e00')],
  ['linux-arm64', elf('b700')],
  ['darwin-x64', machO('07000001')],
  ['darwin-arm64', machO('0c000001')],
  ['win32-x64', pe('6486')],
  ['win32-arm64', pe('64aa')],
  ['unknown', elf('2800')],
  ['unknown', pe('4c01')],
  ['unknown', header([0, '4d5a'], [60, 'ffffff7f'])],
  ['unknown', Buffer.from('not a module')],
])('%s is read off its header', (target, file) => {
  expect(targetOf(file)).toBe(target);
});

test('keytar is built for this machine', () => {
  const file = readFileSync(join(modules, 'keytar', 'build', 'Release', 'keytar.node'));
  expect(targetOf(file)).toBe(`${process.platform}-${process.arch}`);
});
