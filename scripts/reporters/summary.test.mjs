import { expect, test } from 'vitest';
import { lineIn, placeOf, placesIn, reasonOf } from './failure.mjs';
import { summary } from './summary.mjs';

const passed = { name: 'unit', passed: 3633, failed: 0, failures: [], ms: 147_000 };

test('a run without failures has a line for each stage and its minutes', () => {
  const e2e = { name: 'e2e', passed: 304, failed: 0, skipped: 1, failures: [], ms: 1_074_000 };
  expect(summary([passed, e2e], 1_221_000).split('\n')).toEqual([
    '— Summary',
    'unit  3633 passed  0 failed              2.5 min',
    'e2e    304 passed  0 failed  1 skipped  17.9 min',
    'all                                     20.4 min',
    'Nothing failed.',
  ]);
});

test('failed tests come last, each with its place and reason', () => {
  const failures = [
    { place: 'e2e/call.spec.ts:14', title: 'the desk › New call clears', reason: 'Error: still there' },
    { title: 'docs/faults.md is out of date: npm run faults:write' },
  ];
  const text = summary([passed, { ...passed, name: 'e2e', failed: 2, failures }], 60_000);
  expect(text.split('\n').slice(-3)).toEqual([
    'FAIL e2e › e2e/call.spec.ts:14 › the desk › New call clears',
    '     Error: still there',
    'FAIL e2e › docs/faults.md is out of date: npm run faults:write',
  ]);
});

test('a reason is the first line of the message, without colours', () => {
  expect(reasonOf(new Error('\u001b[31mexpected 1\u001b[39m\n\nto be 2'))).toBe('expected 1');
  expect(reasonOf(undefined)).toBe('');
});

test('a program that did not start says how it ended and what it wrote last', () => {
  const log = [
    'electron.launch: Process failed to launch!',
    'Call log:',
    '\u001b[2m  - <launched> pid=9\u001b[22m',
    '\u001b[2m  - [pid=9][err] Debugger attached.\u001b[22m',
    '\u001b[2m  - [pid=9][err] Missing X server\u001b[22m',
    '\u001b[2m  - [pid=9] <process did exit: exitCode=1, signal=null>\u001b[22m',
  ];
  expect(reasonOf(new Error(log.join('\n')))).toBe(
    'electron.launch: Process failed to launch!; exitCode=1, signal=null; Missing X server',
  );
});

test('the line is that of the test’s own file, not of a helper', () => {
  const stack = 'Error: no\n    at tell (/project/e2e/row.ts:9:3)\n    at /project/e2e/a.spec.ts:21:7';
  expect(placeOf('e2e/a.spec.ts', lineIn(stack, '/project/e2e/a.spec.ts'))).toBe('e2e/a.spec.ts:21');
  expect(placeOf('e2e/b.spec.ts', lineIn(stack, '/project/e2e/b.spec.ts'))).toBe('e2e/b.spec.ts');
});

test('a check names the places of its output', () => {
  const output =
    'Checked 2 files\n\u001b[31me2e/a.ts(3,4)\u001b[39m: error TS1: no\n\ndocs/b.md\n  5:1 warning words';
  expect(placesIn(output)).toEqual(['e2e/a.ts(3,4): error TS1: no', 'docs/b.md:5:1 warning words']);
});
