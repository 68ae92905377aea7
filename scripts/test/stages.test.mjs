import { expect, test } from 'vitest';
import { stages } from './stages.mjs';

const debian = {
  platform: 'linux',
  arch: 'x64',
  isDebian: true,
  isRoot: true,
  isCi: false,
  has: () => false,
};
const everywhere = ['lint', 'prose', 'types', 'unit', 'e2e'];
const onLinux = ['faults', 'security', 'updates', 'visual'];

test('every stage runs as root on Debian', () => {
  for (const { skip } of Object.values(stages)) expect(skip?.(debian)).toBeUndefined();
});

test.each([
  ['on macOS', { platform: 'darwin', arch: 'arm64', isDebian: false, isRoot: false }, []],
  ['on Windows', { platform: 'win32', isDebian: false, isRoot: false }, []],
  ['on Windows in CI', { platform: 'win32', isDebian: false, isRoot: false, isCi: true }, ['windows']],
  ['on another Linux', { isDebian: false }, onLinux],
  ['on Linux with arm64', { arch: 'arm64', has: () => true }, onLinux],
  ['without root', { isRoot: false }, onLinux],
  ['without root, where Wine is installed', { isRoot: false, has: () => true }, [...onLinux, 'windows']],
])('%s every other stage says in one line why it does not run', (_, machine, more) => {
  const reasons = Object.entries(stages).map(([name, { skip }]) => [name, skip?.({ ...debian, ...machine })]);
  expect(reasons.filter(([, reason]) => !reason).map(([name]) => name)).toEqual([...everywhere, ...more]);
  for (const [, reason] of reasons.filter(([, each]) => each)) expect(reason).toMatch(/^[^\n]{10,}[^.]$/);
});
